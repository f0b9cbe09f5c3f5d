import type { CommonWords } from '../translation.js';

const again = 'Something went wrong. Please try again.';
const gone = 'This is no longer available.';

export const common: CommonWords = {
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
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  permissionsChanged: 'What you may do here has changed.',
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
};
