import { bot, botList } from '../../../contract/bot.js';
import { NotCheckable, type CheckGroup } from '../check.js';
import { done, expect, refused, succeeded } from '../expectations.js';
import { NOBODY } from '../samples.js';
import type { Stage } from '../stage.js';

export const bots: CheckGroup<Stage> = {
  title: 'Bots',
  checks: [
    {
      id: 'bots/offered',
      rule: 'Only what the host offers is taken into an organization',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const params = stage.inside();
        const body = { applicationId: NOBODY };
        refused(await stage.backend.call('addBot', { token, params, body }), ['not_found']);
        const nobody = stage.inside({ applicationId: NOBODY });
        refused(await stage.backend.call('removeBot', { token, params: nobody }), ['not_found']);
        const roles = { token, params: nobody, body: { roleIds: [] } };
        refused(await stage.backend.call('replaceBotRoles', roles), ['not_found']);
      },
    },
    {
      id: 'bots/way',
      rule: 'A bot is taken in, gets roles, and is taken out',
      run: async (stage) => {
        const token = await stage.organizationToken('owner');
        const params = stage.inside();
        const listed = await stage.backend.call('listBots', { token, params });
        if (listed.status === 404) throw new NotCheckable('the backend offers no bots');
        const { available, roles } = succeeded(listed, botList);
        const applicationId = available[0]?.id;
        if (applicationId === undefined) throw new NotCheckable('no bot could be added');
        const call = { token, params: stage.inside({ applicationId }) };
        succeeded(await stage.backend.call('addBot', { token, params, body: { applicationId } }), bot);
        try {
          const again = await stage.backend.call('addBot', { token, params, body: { applicationId } });
          refused(again, ['conflict'], ' a second time');
          const roleIds = roles.filter(({ grantable }) => grantable).map(({ id }) => id);
          const changed = await stage.backend.call('replaceBotRoles', { ...call, body: { roleIds } });
          expect(succeeded(changed, bot).roles.length === roleIds.length, `${changed.request}: other roles`);
          const forPeople = { ...call, body: { roleIds: stage.need('ownerRoles') } };
          refused(await stage.backend.call('replaceBotRoles', forPeople), ['invalid_input']);
        } finally {
          done(await stage.backend.call('removeBot', call));
        }
      },
    },
  ],
};
