import { OrgMembers } from 'orgkit/react';
import { SignedOut } from '../signed-out';

export default function MembersPage() {
  return (
    <>
      <h1>Members</h1>
      <SignedOut>Sign in to see who is in your organization.</SignedOut>
      <OrgMembers />
    </>
  );
}
