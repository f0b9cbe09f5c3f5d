import type { Metadata } from 'next';
import { OrgProvider, OrgSwitcher } from 'orgkit/react';
import 'orgkit/ssr.css';
import type { ReactNode } from 'react';
import { logto } from '../logto';
import './harbor.css';
import { Navigation } from './navigation';
import { SignInButton, SignOutButton } from './sign-in-buttons';

export const metadata: Metadata = { title: 'Harbor', icons: 'data:,' };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <OrgProvider
          endpoint="/orgkit"
          logtoEndpoint={logto.endpoint}
          appId={logto.appId}
          resource={logto.resource}
          redirectUri="/"
        >
          <header>
            <Navigation />
            <div className="who">
              <OrgSwitcher />
              <SignInButton />
              <SignOutButton />
            </div>
          </header>
          <main>{children}</main>
        </OrgProvider>
      </body>
    </html>
  );
}
