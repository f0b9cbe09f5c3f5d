import { applicationChange } from '../../setup/application.js';
import { consoleLink } from '../../setup/by-hand.js';
import type { SetupSettings } from '../../setup/settings.js';
import type { TenantApplication } from '../../setup/tenant.js';
import { BrokenRule, NotCheckable, type CheckGroup } from '../check.js';
import type { TenantState, TenantSubject } from '../tenant.js';

const linkTo = ({ settings }: TenantState): string => consoleLink(settings, `applications/${settings.appId}`);

/** @throws NotCheckable: that it is missing is told once */
const application = ({ state }: TenantSubject): TenantApplication => {
  if (state.application?.type === 'SPA') return state.application;
  throw new NotCheckable('it needs the single-page application');
};

/** What setup would add to the application, for these wishes alone. */
const lacking = (
  subject: TenantSubject,
  wishes: Partial<Pick<SetupSettings, 'redirectUris' | 'signOutUris' | 'origins'>>,
): readonly string[] => {
  const none = { redirectUris: [], signOutUris: [], origins: [] };
  const { additions } = applicationChange(application(subject), { ...subject.settings, ...none, ...wishes });
  return additions.filter((addition) => !addition.startsWith('refresh tokens'));
};

const requireNothing = (subject: TenantSubject, missing: readonly string[]): void => {
  if (missing.length === 0) return;
  throw new BrokenRule(`the application lacks: ${missing.join(', ')}`, {
    advice: 'add it, with orgkit setup or by hand',
    link: linkTo(subject.state),
  });
};

export const page: CheckGroup<TenantSubject> = {
  title: 'Application and API',
  checks: [
    {
      id: 'application/type',
      rule: 'The application of the page is there, and a single-page application',
      run: ({ state }) => {
        const { application: found, settings } = state;
        if (found?.type === 'SPA') return;
        const reason = found
          ? `the application ${found.id} is of type ${found.type}`
          : `there is no application ${settings.appId}`;
        const advice = 'make one, or name it with --app-id';
        throw new BrokenRule(reason, { advice, link: consoleLink(settings, 'applications') });
      },
    },
    {
      id: 'application/redirect-uris',
      rule: 'Sign-in can come back to the page',
      run: (subject) => {
        const { oidcClientMetadata } = application(subject);
        const { redirectUris, signOutUris } = subject.settings;
        if (oidcClientMetadata.redirectUris.length === 0) {
          const advice = 'add the address of your page that sign-in returns to';
          throw new BrokenRule('the application has no redirect URI, so nobody can sign in', {
            advice,
            link: linkTo(subject.state),
          });
        }
        requireNothing(subject, lacking(subject, { redirectUris, signOutUris }));
        if (redirectUris.length === 0)
          throw new NotCheckable('there are redirect URIs; whether yours is among them: --redirect-uri');
      },
    },
    {
      id: 'application/origins',
      rule: 'The page may call Logto',
      run: (subject) => {
        const { origins } = subject.settings;
        application(subject);
        if (origins.length === 0) throw new NotCheckable('it needs --origin, that of your page');
        // Origins of redirect URIs may call anyway.
        const { redirectUris } = application(subject).oidcClientMetadata;
        const known = new Set(
          redirectUris.filter((uri) => URL.canParse(uri)).map((uri) => new URL(uri).origin),
        );
        const others = origins.filter((origin) => !known.has(origin));
        requireNothing(subject, lacking(subject, { origins: others }));
      },
    },
    {
      id: 'application/refresh-tokens',
      rule: 'Refresh tokens are issued, and rotate',
      run: (subject) => {
        const { alwaysIssueRefreshToken, rotateRefreshToken } = application(subject).customClientMetadata;
        const wrong = [
          ...(alwaysIssueRefreshToken ? [] : ['are not always issued']),
          ...(rotateRefreshToken ? [] : ['do not rotate']),
        ];
        if (wrong.length === 0) return;
        throw new BrokenRule(
          `refresh tokens ${wrong.join(', and ')}: without them no page gets a token for an organization`,
          {
            advice: 'turn both on, with orgkit setup or by hand',
            link: linkTo(subject.state),
          },
        );
      },
    },
    {
      id: 'resource/there',
      rule: 'The API resource is there',
      run: ({ state }) => {
        const { settings, resources } = state;
        if (resources.some(({ indicator }) => indicator === settings.resource)) return;
        throw new BrokenRule(`there is no API resource ${settings.resource}`, {
          advice: 'make it, with orgkit setup or by hand, or name yours with --resource',
          link: consoleLink(settings, 'api-resources'),
        });
      },
    },
  ],
};
