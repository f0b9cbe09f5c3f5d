import * as v from 'valibot';
import { generateId, generateSecret } from '../ids.js';
import { LogtoError } from '../logto-error.js';
import type { User } from '../rows.js';
import { notFound, orThrow } from './not-found.js';
import { noContent, type ManagementRouter } from './router.js';

const factor = v.variant('type', [
  v.object({ type: v.literal('Totp'), secret: v.optional(v.string()) }),
  v.object({ type: v.literal('BackupCode'), codes: v.optional(v.array(v.string())) }),
]);

/** `/users/:userId/mfa-verifications`: the factors that are set up; nobody is ever asked for one here. */
export const userMfaRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;
  const find = (userId: string): User => orThrow(tenant.accounts.get(userId), notFound);
  const path = '/users/:userId/mfa-verifications';

  router.route('GET', path, {}, ({ params }) => ({ body: find(params.userId).mfaVerifications }));

  router.route('POST', path, { body: factor }, ({ params, body }) => {
    const { mfaVerifications } = find(params.userId);
    const types = mfaVerifications.map(({ type }) => type);
    if (types.includes(body.type)) {
      throw new LogtoError(
        body.type === 'Totp' ? 'user.totp_already_in_use' : 'user.backup_code_already_in_use',
        422,
      );
    }
    if (body.type === 'BackupCode' && types.length === 0) {
      throw new LogtoError('session.mfa.backup_code_can_not_be_alone', 422);
    }
    const added = { id: generateId(), type: body.type, createdAt: new Date(tenant.now()).toISOString() };
    tenant.accounts.update(params.userId, { mfaVerifications: [...mfaVerifications, added] });
    if (body.type === 'BackupCode') {
      return {
        body: { type: body.type, codes: body.codes ?? Array.from({ length: 10 }, () => generateId(10)) },
      };
    }
    const secret = body.secret ?? generateSecret(16).toUpperCase();
    return { body: { type: body.type, secret, secretQrCode: '' } };
  });

  router.route('DELETE', `${path}/:verificationId`, {}, ({ params }) => {
    const { mfaVerifications } = find(params.userId);
    const left = mfaVerifications.filter(({ id }) => id !== params.verificationId);
    if (left.length === mfaVerifications.length) throw notFound();
    tenant.accounts.update(params.userId, { mfaVerifications: left });
    return noContent;
  });
};
