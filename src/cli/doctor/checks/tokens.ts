import { decodeProtectedHeader, decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { ErrorCode } from '../../../contract/errors.js';
import { me } from '../../../contract/me.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { each, refused, succeeded } from '../expectations.js';
import { guarded, sample } from '../samples.js';
import type { Stage } from '../stage.js';

/** What the token is tried on: for the person alone, and in an organization, as a read and as a change. */
const TRIED = ['listOrganizations', 'getMe', 'updateOrganization'];

const isRefused = async (
  stage: Stage,
  token: string,
  how: string,
  codes: readonly ErrorCode[] = ['unauthenticated'],
): Promise<void> =>
  each(
    guarded.filter(({ operation }) => TRIED.includes(operation)),
    async (route) =>
      refused(await stage.backend.call(route.operation, { ...sample(route, stage), token }), codes, how),
  );

/** The same words, with a change that a signature does not forgive. */
const altered = (token: string): string => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = { ...decodeJwt(token), exp: Math.floor(Date.now() / 1000) + 7200 };
  const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return [header, changed === payload ? `${payload}x` : changed, signature].join('.');
};

export const tokens: CheckGroup<Stage> = {
  title: 'Tokens',
  checks: [
    {
      id: 'tokens/missing',
      rule: 'Without a token every operation is refused',
      run: (stage) =>
        each(guarded, async (route) =>
          refused(
            await stage.backend.call(route.operation, sample(route, stage)),
            ['unauthenticated'],
            ' without a token',
          ),
        ),
    },
    {
      id: 'tokens/malformed',
      rule: 'What is no token is refused',
      run: (stage) =>
        each(['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic b3JnOmtpdA=='], async (authorization) => {
          const answer = await stage.backend.call('listOrganizations', { headers: { authorization } });
          refused(answer, ['unauthenticated'], ` with "${authorization}"`);
        }),
    },
    {
      id: 'tokens/signature',
      rule: 'A token that was altered, or signed with another key, is refused',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        await isRefused(stage, altered(token), ' with an altered token');
        const { kid } = decodeProtectedHeader(token);
        const { privateKey } = await generateKeyPair('ES384');
        const header = { alg: 'ES384', typ: 'at+jwt', ...(kid !== undefined && { kid }) };
        const forged = await new SignJWT(decodeJwt(token)).setProtectedHeader(header).sign(privateKey);
        await isRefused(stage, forged, ' with a token of another key');
      },
    },
    {
      id: 'tokens/unsigned',
      rule: 'A token without a signature is refused',
      run: async (stage) => {
        const unsigned = new UnsecuredJWT(decodeJwt(await stage.organizationToken('owner'))).encode();
        await isRefused(stage, unsigned, ' with an unsigned token');
      },
    },
    {
      id: 'tokens/expired',
      rule: 'A token that has expired is refused',
      run: async (stage) => {
        const { expiredToken, isSandbox, resource } = stage.options;
        const how = ' with an expired token';
        if (isSandbox) {
          const organizationId = stage.need('organization').id;
          for (const target of [{ resource }, { organizationId }]) {
            const token = await stage.freshToken('owner', { ...target, sandboxExpiresIn: -60 });
            await isRefused(stage, token, how);
          }
        } else if (expiredToken !== undefined) await isRefused(stage, expiredToken, how);
        else {
          const advice = 'give one that Logto issued more than an hour ago in ORGKIT_DOCTOR_EXPIRED_TOKEN';
          throw new NotCheckable(`Logto gives no token that has expired already: ${advice}`);
        }
      },
    },
    {
      id: 'tokens/audience',
      rule: 'A token for another API is refused',
      run: async (stage) => {
        const resource = stage.options.otherResource;
        await isRefused(
          stage,
          await stage.freshToken('owner', { resource }),
          ' with a token for another API',
        );
      },
    },
    {
      id: 'tokens/machine',
      rule: 'A token of an application, without a person, is refused',
      run: async (stage) => {
        const token = await stage.logto.machineToken();
        // In the organization it proves nothing, so it may also be told that there is none.
        const codes = ['forbidden', 'unauthenticated', 'not_found'] as const;
        await isRefused(stage, token, ' with a token of an application', codes);
      },
    },
    {
      id: 'tokens/resource-within',
      rule: 'A token of the API resource for an organization is as good as one of the organization',
      run: async (stage) => {
        const { id: organizationId } = stage.need('organization');
        const token = await stage.freshToken('owner', { resource: stage.options.resource, organizationId });
        succeeded(await stage.backend.call('getMe', { token, params: { organizationId } }), me);
      },
    },
  ],
};
