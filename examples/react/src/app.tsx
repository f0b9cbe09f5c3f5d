import { useLogto, type Prompt } from '@logto/react';
import { OrgProvider, OrgSwitcher } from 'orgkit/react';
import type { OrgProvider as Provider, SignInOptions } from 'orgkit';
import { useRef } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { CallbackPage, InvitationPage, InvitationsPage, MembersPage, WelcomePage } from './pages';
import { useGetToken } from './use-get-token';

const { origin } = location;

export function App() {
  const { isAuthenticated, error, signIn, signOut } = useLogto();
  const getToken = useGetToken();
  const provider = useRef<Provider>(null);

  /** Some elements know what the sign-in is to be like: an invitation, for whom it is. */
  function beginSignIn(options: SignInOptions = {}) {
    // The SDK has an enum for what the kit names by text.
    const prompt = options.prompt as Prompt | Prompt[] | undefined;
    void signIn({
      postRedirectUri: location.href,
      ...options,
      prompt,
      redirectUri: `${origin}/callback`,
    });
  }

  return (
    <OrgProvider
      ref={provider}
      endpoint="/orgkit"
      getToken={getToken}
      onOrgSignInRequest={({ detail }) => beginSignIn(detail)}
      onOrgSignOutRequest={() => void signOut(origin)}
    >
      <header>
        <nav aria-label="Harbor">
          <NavLink className="brand" to="/">
            Harbor
          </NavLink>
          <NavLink to="/members">Members</NavLink>
          <NavLink to="/invitations">Invitations</NavLink>
        </nav>
        <div className="who">
          <OrgSwitcher />
          <button className="sign-in" onClick={() => beginSignIn()}>
            Sign in
          </button>
          {/* The provider asks for no more tokens, which the hooks would call an error, and then for `signOut`. */}
          <button className="sign-out" onClick={() => void provider.current?.signOut()}>
            Sign out
          </button>
        </div>
      </header>

      <main>
        {isAuthenticated && error && (
          <p role="alert">
            Your sign-in could not be used: {error.message}{' '}
            <button onClick={() => beginSignIn()}>Sign in again</button>
          </p>
        )}
        <Routes>
          <Route path="/" element={<WelcomePage />} />
          <Route path="/members" element={<MembersPage />} />
          <Route path="/invitations" element={<InvitationsPage />} />
          <Route path="/join" element={<InvitationPage />} />
          <Route path="/callback" element={<CallbackPage />} />
        </Routes>
      </main>
    </OrgProvider>
  );
}
