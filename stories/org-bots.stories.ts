import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../src/define/org-bots.js';
import { addBots, addDeployer, offer, placeBots } from './support/add-bots.js';
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

interface BotArgs extends PageArgs {
  readonly: boolean;
}

type Story = StoryObj<BotArgs>;
type Screen = ReturnType<typeof shadowScreen>;

const withBots = (
  prepare: (started: InPageBackend) => unknown = () => undefined,
): ReturnType<typeof backend> =>
  backend(
    (started) => {
      addBots(started.sandbox);
      return prepare(started);
    },
    {},
    offer,
  );

const meta: Meta<BotArgs> = {
  title: 'Bots',
  component: 'org-bots',
  render: (args, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
    storyPage(args, loaded, html`<org-bots ?readonly=${args.readonly}></org-bots>`),
  ...withBots(),
  afterEach: settleFades,
  args: { ...pageArgs, inlineSize: '60rem', readonly: false },
};

export default meta;

const soon = { timeout: 5000 };
const screenOf = (canvas: HTMLElement): Screen => shadowScreen(canvas, 'org-bots');
const table = (canvas: HTMLElement): Promise<HTMLElement> => screenOf(canvas).findByRole('table', {}, soon);
const refuse = (method: string) => (request: Request) =>
  request.method === method
    ? Response.json({ code: 'unavailable', message: '' }, { status: 503 })
    : undefined;

/** The bots with their roles, for somebody who manages them. */
export const Many: Story = {
  play: async ({ canvasElement }) => {
    const rows = within(await table(canvasElement)).getAllByRole('row');
    await expect(rows).toHaveLength(3);
    await expect(screenOf(canvasElement).getByRole('button', { name: 'Add bot' })).toBeEnabled();
  },
};

/** One that is chosen from those on offer, with its roles. */
export const Adding: Story = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Add bot' }, soon));
    const dialog = await screen.findByRole('dialog', { name: 'Add a bot to this organization' });
    await userEvent.click(within(dialog).getByRole('radio', { name: /^Invoice bot/ }));
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /^bot/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add bot' }));
    await screen.findByRole('button', { name: 'Remove Invoice bot' }, soon);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};

/** It fails: what was chosen is still there. */
export const AddingFails: Story = {
  ...withBots((started) => {
    started.intercept = refuse('POST');
  }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Add bot' }, soon));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: /^Invoice bot/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add bot' }));
    await expect(await within(dialog).findByRole('alert', {}, soon)).toHaveTextContent('can’t be reached');
    await expect(within(dialog).getByRole('radio', { name: /^Invoice bot/ })).toBeChecked();
  },
};

/** The popup that all rows share. */
export const Roles: Story = {
  ...withBots(({ sandbox }) => addDeployer(sandbox)),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Change roles of Build bot' }, soon));
    const popup = await screen.findByRole('dialog', { name: 'Roles of Build bot' });
    await userEvent.click(within(popup).getByRole('checkbox', { name: /^deployer/ }));
    await screen.findByText('Roles of Build bot saved', {}, soon);
  },
};

/** Some is saved and some refused: that is put back, with the reason. */
export const PartialFailure: Story = {
  ...withBots((started) => {
    addDeployer(started.sandbox);
    started.intercept = (request) =>
      request.url.includes('demo-report-bot') ? refuse('PUT')(request) : undefined;
  }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    for (const name of ['Build bot', 'Report bot']) {
      await userEvent.click(await screen.findByRole('button', { name: `Change roles of ${name}` }, soon));
      const popup = await screen.findByRole('dialog', { name: `Roles of ${name}` });
      await userEvent.click(within(popup).getByRole('checkbox', { name: /^deployer/ }));
    }
    await expect(await screen.findByRole('alert', {}, soon)).toHaveTextContent(
      /Report bot stay as they were/,
    );
    await expect(screen.getAllByText('deployer', { selector: '.chip *' })).toHaveLength(1);
  },
};

/** The confirmation names what it is about. */
export const Removing: Story = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Build bot' }, soon));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove Build bot?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove Build bot' })).toBeNull(), soon);
  },
};

/** One bot. */
export const One: Story = {
  args: { current: 'halden', userId: 'sakura' },
  play: async ({ canvasElement }) => {
    await expect(within(await table(canvasElement)).getAllByRole('row')).toHaveLength(2);
  },
};

/** None so far. */
export const Empty: Story = {
  args: { current: 'aoba', userId: 'sakura' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('No bots yet', {}, soon);
  },
};

/** Nothing is left to be added. */
export const AllAdded: Story = {
  ...backend(() => undefined, {}, offer),
  play: async ({ canvasElement }) => {
    const button = await screenOf(canvasElement).findByRole('button', { name: 'Add bot' }, soon);
    await expect(button).toHaveAccessibleDescription('Every bot on offer is here already.');
  },
};

const placed = withBots(({ sandbox }) => placeBots(sandbox, 'long-bot', 'legacy-sync'));

/** Long names; one was put there elsewhere, and can't be changed here. */
export const LongNames: Story = {
  ...placed,
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    await expect(screenOf(canvasElement).getByText(/^Set up elsewhere/)).toBeVisible();
  },
};

/** On a phone the table is a list. */
export const Narrow: Story = {
  ...placed,
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    const element = canvasElement.querySelector('org-bots') as HTMLElement;
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  ...placed,
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'تغيير الأدوار: Build bot' }, soon));
    await screen.findByRole('dialog', { name: 'أدوار Build bot' });
  },
};

/** Drawn dark where the page is. */
export const Dark: Story = {
  ...placed,
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Add bot' }, soon));
    await screen.findByRole('dialog');
  },
};

/** Who may not manage them sees them. */
export const NoPermission: Story = {
  args: { userId: 'sam' },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    await expect(screenOf(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** The page wants them only shown. */
export const ReadOnly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    await expect(screenOf(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** The backend offers none: there is nothing. */
export const NotOffered: Story = {
  ...backend(),
  play: async ({ canvasElement, loaded }) => {
    const { calls } = (loaded as Loaded).backend;
    await waitFor(() => expect(String(calls)).toContain('/me'), soon);
    const root = canvasElement.querySelector('org-bots')?.shadowRoot;
    await waitFor(() => expect(root?.childElementCount).toBe(0), soon);
  },
};

/** Nothing has come yet. */
export const Loading: Story = {
  ...withBots((started) => {
    started.intercept = () => new Promise(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('status', { name: 'Loading' });
  },
};

/** It fails, and works at the second try. */
export const Failing: Story = {
  ...withBots((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/bots') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await expect(await screen.findByRole('alert', {}, soon)).toHaveTextContent('You don’t have permission');
    (loaded as Loaded).backend.intercept = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await table(canvasElement);
  },
};
