import type { PropsWithChildren } from 'react';
import { SignInButton } from './sign-in-buttons';

/** What a page says to whoever is signed out; the style sheet then hides what comes after it. */
export const SignedOut = ({ children }: PropsWithChildren) => (
  <p className="signed-out">
    {children} <SignInButton />
  </p>
);
