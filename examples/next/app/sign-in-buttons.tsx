'use client';

import type {} from 'orgkit/define/org-provider';

export const SignInButton = () => (
  <button className="sign-in" onClick={(event) => event.currentTarget.closest('org-provider')?.signIn()}>
    Sign in
  </button>
);

export const SignOutButton = () => (
  <button className="sign-out" onClick={(event) => event.currentTarget.closest('org-provider')?.signOut()}>
    Sign out
  </button>
);
