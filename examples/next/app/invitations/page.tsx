import { OrgInvitations, OrgInvite } from 'orgkit/react';
import { SignedOut } from '../signed-out';

export default function InvitationsPage() {
  return (
    <>
      <h1>Invite people</h1>
      <SignedOut>Sign in to invite people to your organization.</SignedOut>
      <OrgInvite />
      <h2>Invitations</h2>
      <OrgInvitations />
    </>
  );
}
