import type {} from 'orgkit/define/org-provider';
import type { PropsWithChildren } from 'react';

/** What a page says to whoever is signed out; the style sheet then hides what comes after it. */
export const SignedOut = ({ children }: PropsWithChildren) => (
  <p className="signed-out">
    {children}{' '}
    <button className="sign-in" onClick={(event) => event.currentTarget.closest('org-provider')?.signIn()}>
      Sign in
    </button>
  </p>
);
