import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-invitations.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface InvitationsArgs extends PageArgs {
  readonly: boolean;
}

type Story = StoryObj<InvitationsArgs>;

function render(args: InvitationsArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult {
  return storyPage(args, loaded, html`<org-invitations ?readonly=${args.readonly}></org-invitations>`);
}

const meta: Meta<InvitationsArgs> = {
  title: 'Invitations',
  component: 'org-invitations',
  render,
  ...backend(),
  afterEach: settleFades,
  args: { ...pageArgs, readonly: false },
};

export default meta;

const screenOf = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-invitations');
const shown = async (canvas: HTMLElement): Promise<void> => {
  await screenOf(canvas).findByText('noor@demo.test', {}, { timeout: 5000 });
};

/** One in every state. */
export const Several: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    await expect(screenOf(canvasElement).getAllByRole('row')).toHaveLength(6);
  },
};

/** Struck through, and not yet revoked. */
export const Undo: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    const screen = screenOf(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: 'Revoke: noor@demo.test' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect((undo.getRootNode() as ShadowRoot).activeElement).toBe(undo));
  },
};

/** Mailed a moment ago: when it may be again. */
export const CoolDown: Story = {
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    const screen = screenOf(canvasElement);
    const resend = (): HTMLElement => screen.getByRole('button', { name: /^Resend.*noor/ });
    await userEvent.click(resend());
    await screen.findByText('1 invitation sent again');
    await userEvent.click(resend());
    await waitFor(() => expect(resend()).toHaveAccessibleName(/^Resend in \d+s/));
  },
};

/** Several at once, of which one fails and says why. */
export const PartialFailure: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.includes('lena') ? Response.json({ code: 'unavailable' }, { status: 503 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    const screen = screenOf(canvasElement);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select noor@demo.test' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select lena.fischer@demo.test' }));
    await userEvent.click(screen.getByRole('button', { name: 'Resend (2)' }));
    await screen.findByText('The service can’t be reached right now.', {}, { timeout: 5000 });
  },
};

/** On a phone the table is a list. */
export const Narrow: Story = {
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    const element = canvasElement.querySelector('org-invitations') as HTMLElement;
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = { args: { colorScheme: 'dark' }, play: Several.play };

/** Right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    await screenOf(canvasElement).findByRole('table', { name: 'الدعوات' });
  },
};

/** No invitation was ever sent. */
export const Empty: Story = {
  args: { current: 'kestrel' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('No invitations yet', {}, { timeout: 5000 });
  },
};

/** To look at only. */
export const ReadOnly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await shown(canvasElement);
    await expect(screenOf(canvasElement).queryByRole('checkbox')).toBeNull();
  },
};

/** Nothing is shown to who may not see them. */
export const NoPermission: Story = {
  args: { userId: 'maximiliana', current: 'halden' },
  play: async ({ canvasElement, loaded }) => {
    const { calls } = (loaded as unknown as Loaded).backend;
    await waitFor(() => expect(calls.some((call) => call.endsWith('/me'))).toBe(true));
    await waitFor(() => expect(screenOf(canvasElement).queryByRole('table')).toBeNull());
  },
};

/** Nothing is known yet. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.includes('/invitations?') ? new Promise<undefined>(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('Loading', {}, { timeout: 5000 });
  },
};

/** The backend refuses: a way to try again. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.includes('/invitations?') ? Response.json({ code: 'forbidden' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('button', { name: 'Retry' }, { timeout: 5000 });
  },
};
