import { Component, inject, signal } from '@angular/core';
import type { Routes } from '@angular/router';
import { OrgInvitation, OrgInvitations, OrgInvite, OrgList, OrgMembers } from 'orgkit/angular';
import { LOGTO_CLIENT } from './logto';
import { SignedOut } from './signed-out';

@Component({
  imports: [OrgList],
  template: `
    <h1>Every ship, one harbor.</h1>
    <p>Harbor is a made-up application. Sign in to see the organizations that you work in.</p>
    <org-list withSwitch />
  `,
})
class WelcomePage {}

@Component({
  imports: [OrgMembers, SignedOut],
  template: `
    <h1>Members</h1>
    <p class="signed-out">Sign in to see who is in your organization.</p>
    <org-members />
  `,
})
class MembersPage {}

@Component({
  imports: [OrgInvitations, OrgInvite, SignedOut],
  template: `
    <h1>Invite people</h1>
    <p class="signed-out">Sign in to invite people to your organization.</p>
    <org-invite />
    <h2>Invitations</h2>
    <org-invitations />
  `,
})
class InvitationsPage {}

@Component({
  imports: [OrgInvitation],
  template: `<org-invitation withSwitch openUrl="/members" />`,
})
class InvitationPage {}

@Component({
  template: `
    @if (error()) {
      <p role="alert">The sign-in did not work: {{ error() }}</p>
    } @else {
      <p>Signing you in…</p>
    }
  `,
})
class CallbackPage {
  protected readonly error = signal('');

  constructor() {
    // Goes on to where the sign-in began.
    inject(LOGTO_CLIENT)
      .handleSignInCallback(location.href)
      .catch((error: unknown) => this.error.set(String(error)));
  }
}

export const routes: Routes = [
  { path: '', component: WelcomePage },
  { path: 'members', component: MembersPage },
  { path: 'invitations', component: InvitationsPage },
  { path: 'join', component: InvitationPage },
  { path: 'callback', component: CallbackPage },
];
