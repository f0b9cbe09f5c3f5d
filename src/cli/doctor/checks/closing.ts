import { NotCheckable, type CheckGroup } from '../check.js';
import { done, each, refused } from '../expectations.js';
import type { Stage } from '../stage.js';

/** More changes than any host will let one person make in a minute. */
const BURST = 400;

export const closing: CheckGroup<Stage> = {
  title: 'Limits, and the end',
  checks: [
    {
      id: 'limits/changes',
      rule: 'Changes are limited, each person by their own',
      run: async (stage) => {
        // Refused ones, which cost Logto nothing, of an account that nothing else needs any more.
        const token = await stage.personToken('leaver');
        for (let sent = 0; sent < BURST; sent += 1) {
          const answer = await stage.backend.call('createOrganization', { token, body: {}, patient: false });
          if (answer.status === 429) {
            const other = await stage.personToken('guest');
            const theirs = { token: other, body: {}, patient: false };
            refused(
              await stage.backend.call('createOrganization', theirs),
              ['invalid_input'],
              ' as somebody else',
            );
            return;
          }
          if (answer.status !== 400) refused(answer, ['invalid_input']);
        }
        throw new NotCheckable(
          `${BURST} changes of one person met no limit: the host may have set it higher`,
        );
      },
    },
    {
      id: 'deletion/name',
      rule: 'An organization is deleted only when its name is repeated',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const params = stage.inside();
        const names = ['', 'Not its name', stage.need('organization').name.toUpperCase()];
        await each(names, async (name) => {
          const answer = await stage.backend.call('deleteOrganization', { token, params, body: { name } });
          if (answer.status < 300) stage.set('deletedUnnamed', true);
          refused(answer, ['invalid_input'], ' with another name');
        });
      },
    },
    {
      id: 'deletion/done',
      rule: 'A deleted organization is gone for who was in it',
      run: async (stage) => {
        if (stage.find('deletedUnnamed')) throw new NotCheckable('the organization is deleted already');
        const token = await stage.organizationToken('owner');
        const params = stage.inside();
        const body = { name: stage.need('organization').name };
        done(await stage.backend.call('deleteOrganization', { token, params, body }));
        refused(await stage.backend.call('getMe', { token, params }), ['not_found'], ' after it was deleted');
      },
    },
  ],
};
