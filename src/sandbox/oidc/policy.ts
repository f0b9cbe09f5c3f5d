import { interactionPolicy } from 'oidc-provider';

const { Check, base } = interactionPolicy;

/**
 * When a person is asked to sign in. Consent is never asked for: the applications are the tenant's own, and
 * `prompt=consent` is granted as it comes.
 */
export const signInPolicy = (): interactionPolicy.DefaultPolicy => {
  const policy = base();
  policy.get('consent')?.checks.clear();
  const login = policy.get('login');
  login?.checks.add(
    new Check(
      'one_time_token',
      'a one-time token was brought',
      ({ oidc }) => Boolean(oidc.params?.['one_time_token']) && !oidc.result?.login,
    ),
  );
  login?.checks.add(
    new Check(
      'unknown_account',
      'the account of the session is gone or suspended',
      ({ oidc }) => Boolean(oidc.session?.accountId) && !oidc.account,
    ),
  );
  return policy;
};
