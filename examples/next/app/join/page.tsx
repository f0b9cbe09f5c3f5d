import { OrgInvitation } from 'orgkit/react';

export default function InvitationPage() {
  return <OrgInvitation withSwitch openUrl="/members" />;
}
