import { useHandleSignInCallback } from '@logto/react';
import { OrgInvitation, OrgInvitations, OrgInvite, OrgList, OrgMembers } from 'orgkit/react';
import { SignedOut } from './signed-out';

export const WelcomePage = () => (
  <>
    <h1>Every ship, one harbor.</h1>
    <p>Harbor is a made-up application. Sign in to see the organizations that you work in.</p>
    <OrgList withSwitch />
  </>
);

export const MembersPage = () => (
  <>
    <h1>Members</h1>
    <SignedOut>Sign in to see who is in your organization.</SignedOut>
    <OrgMembers />
  </>
);

export const InvitationsPage = () => (
  <>
    <h1>Invite people</h1>
    <SignedOut>Sign in to invite people to your organization.</SignedOut>
    <OrgInvite />
    <h2>Invitations</h2>
    <OrgInvitations />
  </>
);

export const InvitationPage = () => <OrgInvitation withSwitch openUrl="/members" />;

/** Goes on to where the sign-in began. */
export function CallbackPage() {
  const { error } = useHandleSignInCallback();
  return error ? <p role="alert">The sign-in did not work: {error.message}</p> : <p>Signing you in…</p>;
}
