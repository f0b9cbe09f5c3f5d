import { organizationProfile } from '../../../contract/organization.js';
import type { CheckGroup } from '../check.js';
import { done, each, expect, refused, succeeded } from '../expectations.js';
import type { Stage } from '../stage.js';

const asOwner = async (stage: Stage) => ({
  token: await stage.organizationToken('owner'),
  params: stage.inside(),
});

export const profile: CheckGroup<Stage> = {
  title: 'Profile of an organization',
  checks: [
    {
      id: 'profile/update',
      rule: 'The profile is changed field by field, and what is not sent stays',
      run: async (stage) => {
        const owner = await asOwner(stage);
        const { name } = stage.need('organization');
        const change = async (body: object) =>
          succeeded(await stage.backend.call('updateOrganization', { ...owner, body }), organizationProfile);
        await change({ description: 'Made by orgkit doctor', logoUrl: 'https://logo.invalid/a.png' });
        const changed = await change({ logoUrl: null });
        const read = succeeded(await stage.backend.call('getOrganization', owner), organizationProfile);
        expect(read.description === 'Made by orgkit doctor', 'a field that was not sent was changed');
        expect(read.logoUrl === null && read.name === name, 'the profile is not what was saved');
        expect(read.version === changed.version, 'the version is another though nobody saved');
      },
    },
    {
      id: 'profile/if-match',
      rule: 'With If-Match nothing is saved over what somebody else saved',
      run: async (stage) => {
        const owner = await asOwner(stage);
        const before = succeeded(await stage.backend.call('getOrganization', owner), organizationProfile);
        const save = (description: string) =>
          stage.backend.call('updateOrganization', {
            ...owner,
            body: { description },
            headers: { 'if-match': `"${before.version}"` },
          });
        done(await save('first'), ' with the version that was read');
        refused(await save('second'), ['precondition_failed'], ' with the version of before');
        const after = succeeded(await stage.backend.call('getOrganization', owner), organizationProfile);
        expect(after.description === 'first', 'it was refused, and saved all the same');
      },
    },
    {
      id: 'profile/values',
      rule: 'Logos are https, custom data is what the host allows, text has no control characters',
      run: async (stage) => {
        const owner = await asOwner(stage);
        const wrong = [
          { logoUrl: 'http://logo.invalid/a.png' },
          { darkLogoUrl: 'javascript:alert(1)' },
          { name: '' },
          { name: `${stage.name}\u202Eone` },
          { name: 'a'.repeat(129) },
          { customData: { 'orgkit-doctor-key': 1 } },
          { isMfaRequired: 'yes' },
        ];
        await each(wrong, async (body) => {
          const answer = await stage.backend.call('updateOrganization', { ...owner, body });
          refused(answer, ['invalid_input'], ` with ${JSON.stringify(body).slice(0, 60)}`);
        });
      },
    },
    {
      id: 'profile/mfa',
      rule: 'Nobody locks themselves out by requiring a second factor that they have not',
      run: async (stage) => {
        const owner = await asOwner(stage);
        const body = { isMfaRequired: true };
        const answer = await stage.backend.call('updateOrganization', { ...owner, body });
        // Else nobody gets a token for it any more.
        if (answer.status < 300)
          await stage.backend.call('updateOrganization', { ...owner, body: { isMfaRequired: false } });
        refused(answer, ['conflict']);
      },
    },
  ],
};
