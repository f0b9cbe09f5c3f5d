import { registerTranslation } from './registry.js';
import type { Translation } from './translation.js';

const again = 'Something went wrong. Please try again.';
const gone = 'This is no longer available.';

/** English, and what every missing language falls back to. */
export const en: Translation = {
  language: 'en',
  terms: {
    organization: { one: 'organization', many: 'organizations' },
    workspace: { one: 'workspace', many: 'workspaces' },
    team: { one: 'team', many: 'teams' },
    company: { one: 'company', many: 'companies' },
  },
  retry: 'Retry',
  dismiss: 'Dismiss',
  loading: 'Loading',
  errors: {
    invalid_input: 'Please check what you entered.',
    unauthenticated: 'Please sign in again.',
    forbidden: 'You don’t have permission to do this.',
    wrong_account: 'This invitation is for another account.',
    not_found: gone,
    conflict: 'This has changed in the meantime.',
    last_admin: 'The last administrator has to stay.',
    invitation_ended: 'This invitation has ended.',
    precondition_failed: 'Somebody else saved changes first.',
    payload_too_large: 'This is too large.',
    rate_limited: 'Too many attempts. Please wait a moment.',
    internal: again,
    unavailable: 'The service can’t be reached right now.',
    network: 'No connection. Please check your network.',
    timeout: 'This takes too long. Please try again.',
    aborted: 'This was canceled.',
    mfa_required: 'Multi-factor authentication is required.',
    not_a_member: 'You are not a member.',
    token_failed: again,
    not_configured: 'This page is not set up correctly.',
  },
  switcher: {
    label: (term) => `Switch ${term.one}`,
    choose: (term) => `Choose ${term.one}`,
    search: (term) => `Search ${term.many}`,
    found: (count, term) => `${count} ${count === 1 ? term.one : term.many}`,
    noMatch: (query, term) => `No ${term.many} match “${query}”`,
    empty: (term) => `No ${term.many} yet`,
    personal: 'Personal account',
    create: (term) => `Create ${term.one}`,
    manage: (term) => `Manage ${term.one}`,
    invitations: 'Invitations',
    invitationCount: (count) => (count === 1 ? '1 pending invitation' : `${count} pending invitations`),
    invitedBy: (name) => `Invited by ${name}`,
    join: 'Join',
    joinNamed: (name) => `Join ${name}`,
    joined: (name) => `You joined ${name}`,
    switched: (name) => `Switched to ${name}`,
    refusedMfa: (name) =>
      `${name} requires multi-factor authentication. Set it up in your account, then switch again.`,
    refusedMember: (name) => `You are no longer a member of ${name}.`,
    refused: (name) => `Switching to ${name} did not work. Please try again.`,
  },
};

registerTranslation(en);
