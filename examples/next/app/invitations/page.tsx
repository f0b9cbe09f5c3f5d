import { OrgInvitations, OrgInvite } from 'orgkit/react';

export default function InvitationsPage() {
  return (
    <>
      <h1>Invite people</h1>
      <OrgInvite />
      <h2>Invitations</h2>
      <OrgInvitations />
    </>
  );
}
