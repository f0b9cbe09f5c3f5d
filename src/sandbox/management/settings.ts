import type { ManagementRouter } from './router.js';

/** Reads of the tenant's settings: as much as tools that check a tenant ask for. */
export const settingsRoutes = (router: ManagementRouter): void => {
  const { tenant } = router;

  router.route('GET', '/connectors', {}, () => ({
    body: tenant.settings.connector === 'none' ? [] : [mailConnector],
  }));

  router.route('GET', '/sign-in-exp', {}, () => ({
    body: {
      tenantId: tenant.id,
      id: 'default',
      signInMode: 'SignInAndRegister',
      signIn: {
        methods: [{ identifier: 'email', password: false, verificationCode: true, isPasswordPrimary: false }],
      },
      signUp: { identifiers: ['email'], password: false, verify: true },
      languageInfo: { autoDetect: true, fallbackLanguage: 'en' },
      mfa: {
        policy: 'UserControlled',
        factors: ['Totp', 'BackupCode'],
        organizationRequiredMfaPolicy: 'NoPrompt',
      },
    },
  }));
};

/** The sandbox's mailbox, as a connector with a template for invitations. */
const mailConnector = {
  id: 'sandbox-mailbox',
  connectorId: 'sandbox-mailbox',
  type: 'Email',
  target: 'sandbox-mailbox',
  name: { en: 'Sandbox mailbox' },
  syncProfile: false,
  metadata: {},
  config: {
    templates: [
      {
        usageType: 'OrganizationInvitation',
        contentType: 'text/plain',
        subject: 'Join {{organization.name}}',
        content: '{{inviter.name}} invites you to join {{organization.name}}. {{link}}',
      },
    ],
  },
};
