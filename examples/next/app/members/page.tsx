import { OrgMembers } from 'orgkit/react';

export default function MembersPage() {
  return (
    <>
      <h1>Members</h1>
      <OrgMembers />
    </>
  );
}
