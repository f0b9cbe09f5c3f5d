import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-invite.js';
import type { OrgInvite } from '../src/elements/org-invite/org-invite.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface InviteArgs extends PageArgs {
  dialog: boolean;
  open: boolean;
  languages?: string;
  defaultRoles?: string;
}

type Story = StoryObj<InviteArgs>;

function render(args: InviteArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult {
  return storyPage(
    args,
    loaded,
    html`<org-invite
      ?dialog=${args.dialog}
      ?open=${args.open}
      languages=${ifDefined(args.languages)}
      default-roles=${ifDefined(args.defaultRoles)}
    ></org-invite>`,
  );
}

const meta: Meta<InviteArgs> = {
  title: 'Invite',
  component: 'org-invite',
  render,
  ...backend(),
  afterEach: settleFades,
  args: { ...pageArgs, dialog: false, open: false, languages: 'en de ar', defaultRoles: 'member' },
};

export default meta;

const screenOf = (canvas: HTMLElement): ReturnType<typeof shadowScreen> => shadowScreen(canvas, 'org-invite');
const field = (canvas: HTMLElement, name: string | RegExp = 'Email addresses'): Promise<HTMLElement> =>
  screenOf(canvas).findByRole('textbox', { name }, { timeout: 5000 });

async function add(canvas: HTMLElement, text: string): Promise<void> {
  const element = canvas.querySelector('org-invite') as OrgInvite;
  await element.add(text);
}

const many = Array.from({ length: 30 }, (_, index) => `person${index + 1}@example.test`).join('\n');
const mixed =
  'new@example.test, new@example.test, sakura@demo.test, lena.fischer@demo.test, no address, other@example.test';

/** Nothing is filled in yet. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await expect(screenOf(canvasElement).getByRole('button', { name: 'Invite' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

/** What speaks against an address stands on it, before anything is sent. */
export const Judged: Story = {
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(canvasElement, mixed);
    const screen = screenOf(canvasElement);
    await screen.findByText('Already a member', {}, { timeout: 5000 });
    await screen.findByText('Already invited');
    await expect(screen.getAllByRole('row')).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'Remove these' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  },
};

/** One address has roles of its own. */
export const RolesOfOne: Story = {
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(canvasElement, 'one@example.test, two@example.test');
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'two@example.test' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: /billing/ }));
    await screen.findByText('billing, member');
  },
};

/** They are invited, and their links can be copied. */
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(canvasElement, 'one@example.test, two@example.test');
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Invite 2 people' }));
    await screen.findByRole('heading', { name: '2 people invited' }, { timeout: 5000 });
    await screen.findByRole('button', { name: 'Copy link for one@example.test' });
  },
};

/** Logto fails now and then: what was not invited stays with its reason. */
export const PartialFailure: Story = {
  ...backend((started) => {
    started.intercept = async (request) => {
      if (request.method !== 'POST') return undefined;
      const body = await request.clone().text();
      return body.includes('person7@') ? Response.json({ code: 'unavailable' }, { status: 503 }) : undefined;
    };
  }),
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(canvasElement, many.split('\n').slice(0, 10).join('\n'));
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Invite 10 people' }));
    await screen.findByRole('heading', { name: '5 people invited' }, { timeout: 8000 });
    await expect(screen.getAllByText('The service can’t be reached right now.')).toHaveLength(5);
  },
};

/** While they are sent: how far it is, and a way to stop. */
export const Sending: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'POST' ? new Promise<undefined>(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(canvasElement, many);
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Invite 30 people' }));
    await screen.findByRole('progressbar');
    await screen.findByText('0 of 30');
    await screen.findByRole('button', { name: 'Stop' });
  },
};

/** In a dialog, which asks before it throws something away. */
export const InADialog: Story = {
  args: { dialog: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Invite people' }, { timeout: 5000 }));
    await screen.findByRole('dialog', { name: 'Invite people' });
    await add(canvasElement, 'one@example.test');
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await screen.findByRole('alertdialog', { name: 'Discard 1 address?' });
  },
};

/** Addresses that are longer than the field. */
export const LongAddresses: Story = {
  args: { inlineSize: '24rem' },
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    await add(
      canvasElement,
      `${'a-very-long-name.'.repeat(5)}x@${'long-domain.'.repeat(3)}test, b@example.test`,
    );
    await waitFor(() => expect(screenOf(canvasElement).getAllByRole('row')).toHaveLength(2));
    const box = canvasElement.querySelector('org-invite') as OrgInvite;
    await expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  },
};

/** On a narrow phone. */
export const Narrow: Story = {
  args: { inlineSize: '320px' },
  play: Judged.play,
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: Judged.play,
};

/** Right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await field(canvasElement, 'عناوين البريد الإلكتروني');
    await add(canvasElement, mixed);
    await screenOf(canvasElement).findByText('عضو بالفعل', {}, { timeout: 5000 });
  },
};

/** Nothing is offered to who may not invite. */
export const NoPermission: Story = {
  args: { userId: 'maximiliana', current: 'halden' },
  play: async ({ canvasElement, loaded }) => {
    const { calls } = (loaded as unknown as Loaded).backend;
    await waitFor(() => expect(calls.some((call) => call.endsWith('/me'))).toBe(true));
    await waitFor(() => expect(screenOf(canvasElement).queryByRole('textbox')).toBeNull());
  },
};

/** Nothing is known yet. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? new Promise<undefined>(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('Loading', {}, { timeout: 5000 });
  },
};

/** The backend refuses: a way to try again. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.findByRole('alert', {}, { timeout: 5000 });
    await screen.findByRole('button', { name: 'Retry' });
  },
};
