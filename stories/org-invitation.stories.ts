import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-invitation.js';
import type { SignInOptions } from '../src/events.js';
import type { Invitation as InvitationRow } from '../src/sandbox/rows.js';
import { addInvitation } from './support/add-invitation.js';
import { addOrganizations } from './support/add-organizations.js';
import type { InPageBackend } from './support/in-page-backend.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface InvitationArgs extends PageArgs {
  invitationId: string;
  readonly: boolean;
  withRequest: boolean;
  withoutSignUp: boolean;
  openUrl: string;
  organizationId?: string;
  organizationName?: string;
  withSlots: boolean;
  onAccept: (event: Event) => void;
  onDecline: (event: Event) => void;
  onRequest: (event: Event) => void;
  onSignIn: (event: Event) => void;
}

type Story = StoryObj<InvitationArgs>;

const render = (args: InvitationArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
  html`<div @org-sign-in-request=${args.onSignIn}>
    ${storyPage(
      args,
      loaded,
      html`<org-invitation
        with-switch
        invitation-id=${args.invitationId}
        ?readonly=${args.readonly}
        ?with-request=${args.withRequest}
        ?without-sign-up=${args.withoutSignUp}
        open-url=${args.openUrl}
        organization-id=${ifDefined(args.organizationId)}
        organization-name=${ifDefined(args.organizationName)}
        @org-invitation-accept=${args.onAccept}
        @org-invitation-decline=${args.onDecline}
        @org-invitation-request=${args.onRequest}
        >${
          args.withSlots
            ? html`<strong slot="brand">Harbor</strong><small slot="help">Something is odd? Ask us.</small>`
            : ''
        }</org-invitation
      >`,
    )}
  </div>`;

const meta: Meta<InvitationArgs> = {
  title: 'Invitation',
  component: 'org-invitation',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    userId: 'noor',
    current: '',
    invitationId: 'invite-noor-northwind',
    readonly: false,
    withRequest: false,
    withoutSignUp: false,
    openUrl: '#/o/{id}',
    withSlots: false,
    onAccept: fn(),
    onDecline: fn(),
    onRequest: fn(),
    onSignIn: fn(),
  },
};

export default meta;

const screen = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-invitation');
const title = (canvas: HTMLElement, name: string | RegExp): Promise<HTMLElement> =>
  screen(canvas).findByRole('heading', { name }, { timeout: 5000 });
const button = (canvas: HTMLElement, name: string | RegExp): Promise<HTMLElement> =>
  screen(canvas).findByRole('button', { name }, { timeout: 5000 });
const focused = (canvas: HTMLElement): Element | null | undefined =>
  canvas.querySelector('org-invitation')?.shadowRoot?.activeElement;

const change =
  (row: Partial<InvitationRow>) =>
  ({ sandbox }: InPageBackend): unknown =>
    sandbox.tenant.tables.invitations.update('invite-noor-northwind', row);

/** It waits for this person: accepting ends with the way on. */
export const Pending: Story = {
  play: async ({ canvasElement, args }) => {
    await title(canvasElement, 'Ada Okafor invites you to join Northwind Studio');
    await userEvent.click(await button(canvasElement, 'Join Northwind Studio'));
    const welcome = await title(canvasElement, 'Welcome to Northwind Studio');
    await waitFor(() => expect(focused(canvasElement)).toBe(welcome));
    await expect(args.onAccept).toHaveBeenCalledTimes(1);
    const way = screen(canvasElement).getByRole('link', { name: 'Go to Northwind Studio' });
    await expect(way).toHaveAttribute('href', '#/o/northwind');
  },
};

/** A question before it, and what it was afterwards. */
export const Declined: Story = {
  args: { withRequest: true },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await button(canvasElement, 'Decline'));
    const question: HTMLElement = await screen(canvasElement).findByRole('alertdialog');
    await expect(question).toHaveTextContent('Decline the invitation to Northwind Studio?');
    const confirm = question.querySelector<HTMLElement>('[part="confirm"]');
    await waitFor(() => expect(confirm).toBeVisible());
    confirm?.click();
    const told = await title(canvasElement, 'You declined the invitation to Northwind Studio');
    await waitFor(() => expect(focused(canvasElement)).toBe(told));
    await expect(args.onDecline).toHaveBeenCalledTimes(1);
    await userEvent.click(await button(canvasElement, 'Ask for a new invitation'));
    await expect(args.onRequest).toHaveBeenCalledTimes(1);
  },
};

/** Nothing is told of the invitation before the sign-in. */
export const SignedOut: Story = {
  args: { signedOut: true },
  play: async ({ canvasElement, args }) => {
    await title(canvasElement, 'You have been invited');
    await userEvent.click(await button(canvasElement, 'Sign in'));
    await userEvent.click(await button(canvasElement, 'Create account'));
    const asked = (args.onSignIn as ReturnType<typeof fn>).mock.calls.map(
      ([event]) => (event as CustomEvent<SignInOptions>).detail.firstScreen,
    );
    await expect(asked).toEqual([undefined, 'register']);
  },
};

/** The page is for one organization, which it names. */
export const SignedOutNamed: Story = {
  args: {
    signedOut: true,
    withoutSignUp: true,
    organizationId: 'northwind',
    organizationName: 'Northwind Studio',
    withSlots: true,
  },
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'You have been invited to Northwind Studio');
    await expect(screen(canvasElement).queryByRole('button', { name: 'Create account' })).toBeNull();
    await expect(canvasElement.querySelector('[slot="brand"]')).toBeVisible();
    await expect(canvasElement.querySelector('[slot="help"]')).toBeVisible();
  },
};

/** Who is signed in, and nothing of who was invited. */
export const WrongAccount: Story = {
  args: { invitationId: 'invite-lena-northwind' },
  play: async ({ canvasElement, args }) => {
    await title(canvasElement, 'This invitation is for another account');
    await screen(canvasElement).findByText('noor@demo.test');
    await expect(screen(canvasElement).queryByText(/lena|Northwind/)).toBeNull();
    await userEvent.click(await button(canvasElement, 'Switch account'));
    await expect(args.onSignIn).toHaveBeenCalledTimes(1);
  },
};

export const NoAddress: Story = {
  ...backend(({ sandbox }) => sandbox.tenant.tables.users.update('noor', { primaryEmail: null })),
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'Your account has no email address');
    await button(canvasElement, 'Switch account');
  },
};

/** Accepted earlier: the way on. */
export const Accepted: Story = {
  args: { userId: 'sam', current: 'northwind', invitationId: 'invite-sam-northwind' },
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'You are a member of Northwind Studio');
    await screen(canvasElement).findByRole('link', { name: 'Go to Northwind Studio' });
  },
};

/** Accepted earlier, and no longer a member. */
export const Used: Story = {
  ...backend(change({ status: 'Accepted', acceptedUserId: 'noor' })),
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'This invitation has been used');
  },
};

export const Expired: Story = {
  ...backend(change({ expiresAt: 1 })),
  args: { withRequest: true },
  play: async ({ canvasElement, args }) => {
    await title(canvasElement, 'This invitation has expired');
    await screen(canvasElement).findByText('Ask Ada Okafor for a new invitation to Northwind Studio.');
    await userEvent.click(await button(canvasElement, 'Ask for a new invitation'));
    await expect(args.onRequest).toHaveBeenCalledTimes(1);
  },
};

/** The page can't pass on a wish for another one: whom to ask is said. */
export const Revoked: Story = {
  ...backend(change({ status: 'Revoked' })),
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'This invitation is no longer valid');
    await screen(canvasElement).findByText(/withdrawn or declined\. Ask Ada Okafor/);
    await expect(screen(canvasElement).queryByRole('button')).toBeNull();
  },
};

export const Unknown: Story = {
  args: { invitationId: 'nobody-knows-this-one' },
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'This invitation can’t be found');
  },
};

export const Readonly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await title(canvasElement, /Northwind Studio/);
    await expect(screen(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** It can't be shown for the moment. */
export const Failing: Story = {
  ...backend((started) => {
    started.isOnline = false;
  }),
  play: async ({ canvasElement, loaded }) => {
    const retry = await button(canvasElement, 'Retry');
    (loaded as Loaded).backend.isOnline = true;
    await userEvent.click(retry);
    await title(canvasElement, 'Ada Okafor invites you to join Northwind Studio');
  },
};

/** It can't be accepted for the moment: it stays, with the reason. */
export const FailingToAccept: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await userEvent.click(await button(canvasElement, 'Join Northwind Studio'));
    await screen(canvasElement).findByText(/service can’t be reached/, undefined, { timeout: 5000 });
    await expect(await button(canvasElement, 'Join Northwind Studio')).toHaveAttribute(
      'aria-disabled',
      'false',
    );
  },
};

/** The answer to it is on its way. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.includes('/invitations/') ? new Promise<Response>(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('status', { name: 'Loading' }, { timeout: 5000 });
  },
};

/** It is being accepted: nothing else can be done meanwhile. */
export const Slow: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'POST' ? new Promise<Response>(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    const accept = await button(canvasElement, 'Join Northwind Studio');
    await userEvent.click(accept);
    await waitFor(() => expect(accept).toHaveAttribute('aria-busy', 'true'));
    await expect(await button(canvasElement, 'Decline')).toHaveAttribute('aria-disabled', 'true');
  },
};

export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'Join Northwind Studio');
  },
};

export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await title(canvasElement, 'دعوة من Ada Okafor للانضمام إلى Northwind Studio');
    await button(canvasElement, 'رفض');
  },
};

/** Long names in a narrow column; nothing is wider than it. */
export const Narrow: Story = {
  ...backend(({ sandbox }) => {
    addOrganizations(sandbox, 'maximiliana', [
      { id: 'long', name: 'Donaudampfschifffahrtsgesellschaft für internationale Partnerschaften' },
    ]);
    addInvitation(sandbox, {
      id: 'long-invitation',
      organizationId: 'long',
      invitee: 'noor@demo.test',
      inviterId: 'maximiliana',
      roles: ['admin', 'member', 'billing'],
    });
  }),
  args: { inlineSize: '320px', invitationId: 'long-invitation' },
  play: async ({ canvasElement }) => {
    await title(canvasElement, /^Maximiliana .* Donaudampfschifffahrtsgesellschaft/);
    const card = canvasElement.querySelector('org-invitation')?.shadowRoot?.querySelector('.card');
    await expect(card?.scrollWidth).toBe(card?.clientWidth);
  },
};
