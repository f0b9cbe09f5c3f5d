import { defaultPermissions } from '../../server/permissions.js';
import type { SetupSettings } from './settings.js';
import type { TenantConnector } from './tenant.js';

/** Something that a setup can't do, or can't do alone. */
export interface ByHand {
  readonly code: 'mail-connector' | 'mail-template' | 'redirect-uri' | 'renamed';
  readonly message: string;
  /** Where it is done, or where that is described. */
  readonly link: string;
}

export const MAIL_TEMPLATE = 'OrganizationInvitation';
export const MAIL_GUIDE = 'https://docs.logto.io/connectors/email-connectors/email-templates';

/** What is left for a person, with the link to where it is done. */
export const byHand = (
  settings: SetupSettings,
  redirectUris: readonly string[],
  connectors: readonly TenantConnector[],
): ByHand[] => [
  ...mail(settings, connectors),
  ...(redirectUris.length > 0
    ? []
    : [
        {
          code: 'redirect-uri' as const,
          message:
            'The application has no redirect URI, so nobody can sign in: run this again with --redirect-uri.',
          link: consoleLink(settings, `applications/${settings.appId}`),
        },
      ]),
  ...renames(settings),
];

const mail = (settings: SetupSettings, connectors: readonly TenantConnector[]): ByHand[] => {
  const connector = connectors.find(({ type }) => type === 'Email');
  const link = consoleLink(settings, 'connectors/passwordless');
  if (!connector) {
    const message =
      `Logto can't send mail: set up an email connector with a template for ${MAIL_TEMPLATE} that has {{link}} in it. ` +
      `About templates: ${MAIL_GUIDE}`;
    return [{ code: 'mail-connector', message, link }];
  }
  if (showsTemplate(connector)) return [];
  const message =
    `The email connector ${connector.connectorId} shows no template for ${MAIL_TEMPLATE}: add one that has {{link}} ` +
    `in it, unless its mails are kept elsewhere. About templates: ${MAIL_GUIDE}`;
  return [{ code: 'mail-template', message, link }];
};

/** Connectors keep their templates in shapes of their own; all of them name the usage. */
export const showsTemplate = ({ config }: TenantConnector): boolean =>
  JSON.stringify(config ?? {}).includes(MAIL_TEMPLATE);

/** Names that differ from the defaults have to be told to the backend and to the page too. */
const renames = ({ permissions, adminRole }: SetupSettings): ByHand[] => {
  const changed = Object.entries(permissions).filter(
    ([key, name]) => Reflect.get(defaultPermissions, key) !== name,
  );
  const options = {
    ...(changed.length > 0 && { permissions: Object.fromEntries(changed) }),
    ...(adminRole !== 'admin' && { organizations: { creatorRoles: [adminRole] } }),
  };
  if (Object.keys(options).length === 0) return [];
  const page =
    changed.length > 0 ? `, and in the page permissions="${Object.values(permissions).join(' ')}"` : '';
  return [
    {
      code: 'renamed',
      message: `Tell the backend about your names (the file of --env has them): ${JSON.stringify(options)}${page}.`,
      link: 'https://docs.logto.io/authorization/organization-template',
    },
  ];
};

/** A page of Logto's Console: on Logto Cloud in one place, else at an address that only its owner knows. */
export const consoleLink = (
  {
    endpoint,
    managementEndpoint,
    console,
  }: Pick<SetupSettings, 'endpoint' | 'managementEndpoint' | 'console'>,
  page: string,
): string => {
  const [, tenantId] = /^https:\/\/([\w-]+)\.logto\.app$/.exec(managementEndpoint ?? endpoint) ?? [];
  if (console === undefined && tenantId !== undefined) return `https://cloud.logto.io/${tenantId}/${page}`;
  return `${console ?? '{address of your Console}'}/console/${page}`;
};
