import { consoleLink, MAIL_GUIDE, MAIL_TEMPLATE, showsTemplate } from '../../setup/by-hand.js';
import { BrokenRule, NotCheckable, type CheckGroup } from '../check.js';
import type { TenantState, TenantSubject } from '../tenant.js';

const connectorOf = ({ connectors }: TenantState) => connectors.find(({ type }) => type === 'Email');

export const mail: CheckGroup<TenantSubject> = {
  title: 'Mail',
  checks: [
    {
      id: 'mail/connector',
      rule: 'Logto can send mail',
      run: ({ state }) => {
        if (connectorOf(state)) return;
        throw new BrokenRule('there is no email connector, so no invitation is mailed', {
          advice: `set one up, with a template for ${MAIL_TEMPLATE} that has {{link}} in it: ${MAIL_GUIDE}`,
          link: consoleLink(state.settings, 'connectors/passwordless'),
        });
      },
    },
    {
      id: 'mail/template',
      rule: `There is a mail template for ${MAIL_TEMPLATE}, with the link in it`,
      run: ({ state }) => {
        const connector = connectorOf(state);
        if (!connector) throw new NotCheckable('it needs an email connector');
        if (!showsTemplate(connector)) {
          throw new BrokenRule(
            `the connector ${connector.connectorId} shows no template for ${MAIL_TEMPLATE}`,
            {
              advice: `add one that has {{link}} in it, unless its mails are kept elsewhere: ${MAIL_GUIDE}`,
              link: consoleLink(state.settings, 'connectors/passwordless'),
            },
          );
        }
        if (!/\{\{\s*link\s*\}\}/.test(JSON.stringify(connector.config ?? {}))) {
          throw new BrokenRule(`no template of the connector ${connector.connectorId} has {{link}} in it`, {
            advice: `put {{link}} into the one for ${MAIL_TEMPLATE}: ${MAIL_GUIDE}`,
            link: consoleLink(state.settings, 'connectors/passwordless'),
          });
        }
      },
    },
  ],
};
