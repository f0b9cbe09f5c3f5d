import { OrgList } from 'orgkit/react';

export default function WelcomePage() {
  return (
    <>
      <h1>Every ship, one harbor.</h1>
      <p>Harbor is a made-up application. Sign in to see the organizations that you work in.</p>
      <OrgList withSwitch />
    </>
  );
}
