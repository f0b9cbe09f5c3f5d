import { html, nothing, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-manager.js';
import '../src/define/org-switcher.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface ManagerArgs extends PageArgs {
  dialog: boolean;
  open: boolean;
  tab: string;
  tabs: string;
  withHash: boolean;
  /** What the page adds. */
  content: 'nothing' | 'pages' | 'many';
}

type Story = StoryObj<ManagerArgs>;

const content: Record<ManagerArgs['content'], TemplateResult | typeof nothing> = {
  nothing,
  pages: html`<section slot="tab-billing" data-label="Billing" data-permissions="read:billing">
      <h2>Harbor Fleet</h2>
      <p>Twelve berths, 240 € a month.</p>
    </section>
    <section slot="tab-audit" data-label="Audit trail"><p>Nothing has happened yet.</p></section>`,
  many: html`${['Integrations and webhooks', 'Donaudampfschifffahrtsgesellschaft', 'Invoices'].map(
    (label, index) => html`<p slot="tab-own-${index}" data-label=${label}>${label}</p>`,
  )}`,
};

const meta: Meta<ManagerArgs> = {
  title: 'Manager',
  component: 'org-manager',
  render: (args, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
    storyPage(
      args,
      loaded,
      html`${args.dialog ? html`<org-switcher with-manage></org-switcher>` : nothing}
        <org-manager
          ?dialog=${args.dialog}
          ?open=${args.open}
          tab=${args.tab}
          tabs=${args.tabs}
          .hash=${args.withHash ? 'manage-' : null}
          >${content[args.content]}</org-manager
        >`,
    ),
  ...backend(undefined, undefined, { bots: { applications: ['demo-build-bot', 'demo-report-bot'] } }),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    inlineSize: '60rem',
    dialog: false,
    open: false,
    tab: '',
    tabs: '',
    withHash: false,
    content: 'nothing',
  },
};

export default meta;

const soon = { timeout: 8000 };
const screenOf = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-manager');
const shadowOf = (canvas: HTMLElement): ShadowRoot =>
  canvas.querySelector('org-manager')?.shadowRoot as ShadowRoot;
/** What an element in a tab says. */
const inside = async (canvas: HTMLElement, tag: string): Promise<ReturnType<typeof shadowScreen>> => {
  await waitFor(() => expect(shadowOf(canvas).querySelector(tag)?.shadowRoot).toBeTruthy(), soon);
  return shadowScreen(shadowOf(canvas), tag);
};

/** Presses a key where the focus is, which is in the shadow root. */
const press = (canvas: HTMLElement, key: string): void => {
  const focused = shadowOf(canvas).activeElement;
  if (focused) void fireEvent.keyDown(focused, { key });
};

/** All of it for an administrator. */
export const Page: Story = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const first = await screen.findByRole('tab', { name: 'Members' }, soon);
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await (await inside(canvasElement, 'org-members')).findByText('Ada Okafor', {}, soon);
    first.focus();
    press(canvasElement, 'ArrowRight');
    press(canvasElement, 'ArrowRight');
    await expect(shadowOf(canvasElement).activeElement).toHaveTextContent('Roles');
    await userEvent.click(screen.getByRole('tab', { name: 'Roles' }));
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Roles' })).toHaveAttribute('aria-selected', 'true'),
    );
    await (await inside(canvasElement, 'org-roles')).findAllByText('read:data', {}, soon);
  },
};

/** Somebody who may do little sees the tabs that say something to them. */
export const Member: Story = {
  args: { userId: 'maximiliana', current: 'halden' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.findByRole('tab', { name: 'Members' }, soon);
    await expect(screen.queryByRole('tab', { name: 'Invitations' })).toBeNull();
    await (await inside(canvasElement, 'org-members')).findByText('Ada Okafor', {}, soon);
  },
};

/** The settings. */
export const Settings: Story = {
  args: { tab: 'settings' },
  play: async ({ canvasElement }) => {
    await (await inside(canvasElement, 'org-profile')).findByDisplayValue('Northwind Studio', {}, soon);
  },
};

/** Pages of the host's own, of which one asks for a permission. */
export const HostPages: Story = {
  args: { content: 'pages', tabs: 'billing audit members', withHash: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const tab = await screen.findByRole('tab', { name: 'Billing' }, soon);
    await expect(tab).toHaveAttribute('href', '#manage-billing');
    await expect(canvasElement.querySelector('[slot="tab-billing"] > p')).toBeVisible();
    // A page of another tab has no box: its slot is hidden, and not the page itself.
    await expect(canvasElement.querySelector('[slot="tab-audit"] > p')?.getClientRects()).toHaveLength(0);
  },
};

/** In a dialog, from the switcher's entry. */
export const Dialog: Story = {
  args: { dialog: true },
  play: async ({ canvasElement }) => {
    const switcher = shadowScreen(canvasElement, 'org-switcher');
    await userEvent.click(await switcher.findByRole('button', { name: /Switch organization/ }, soon));
    await userEvent.click(await switcher.findByRole('button', { name: 'Manage organization' }, soon));
    const screen = screenOf(canvasElement);
    await screen.findByRole('dialog', { name: 'Manage Northwind Studio' }, soon);
    await (await inside(canvasElement, 'org-members')).findByText('Ada Okafor', {}, soon);
  },
};

/** Among others an operator, who is told so. */
export const Operator: Story = {
  ...backend(undefined, undefined, { operatorScope: 'manage:organizations' }),
  args: { userId: 'olga', current: 'aoba', operator: true, dialog: true, open: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.findByRole('dialog', { name: 'Manage 青葉デザイン' }, soon);
    await screen.findByText(/as an operator, not as a member/, {}, soon);
    await (await inside(canvasElement, 'org-members')).findByText('渡辺 さくら', {}, soon);
  },
};

/** On a phone the tabs scroll; the one that is shown is in sight. */
export const Narrow: Story = {
  args: { inlineSize: '320px', tab: 'bots' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const tab = await screen.findByRole('tab', { name: 'Bots' }, soon);
    const list = screen.getByRole('tablist').getBoundingClientRect();
    await waitFor(() => expect(tab.getBoundingClientRect().right).toBeLessThanOrEqual(list.right));
    await (await inside(canvasElement, 'org-bots')).findByText('Build bot', {}, soon);
    const element = canvasElement.querySelector('org-manager') as HTMLElement;
    await expect(element.scrollWidth).toBeLessThanOrEqual(320);
  },
};

/** Many tabs with long names. */
export const LongNames: Story = {
  args: { content: 'many', inlineSize: '40rem', tab: 'own-1' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const tab = await screen.findByRole('tab', { name: /^Donau/ }, soon);
    const list = screen.getByRole('tablist').getBoundingClientRect();
    await waitFor(() => expect(tab.getBoundingClientRect().right).toBeLessThanOrEqual(list.right));
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl', tab: 'roles' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const tab = await screen.findByRole('tab', { name: 'الأدوار' }, soon);
    await (await inside(canvasElement, 'org-roles')).findAllByText('read:data', {}, soon);
    tab.focus();
    press(canvasElement, 'ArrowLeft');
    await expect(shadowOf(canvasElement).activeElement).toHaveTextContent('الروبوتات');
  },
};

/** Drawn dark where the page is. */
export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await (await inside(canvasElement, 'org-members')).findByText('Ada Okafor', {}, soon);
  },
};

/** None of the tabs that the page names is for this person. */
export const Empty: Story = {
  args: { userId: 'sam', tabs: 'billing', content: 'pages' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('There is nothing here for you.', {}, soon);
  },
};

/** It is not known yet what the person may do. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = () => new Promise(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('status', { name: 'Loading' }, soon);
  },
};

/** It fails, and works at the second try. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await screen.findByRole('alert', {}, soon);
    (loaded as Loaded).backend.intercept = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByRole('tab', { name: 'Members' }, soon);
    await (await inside(canvasElement, 'org-members')).findByText('Ada Okafor', {}, soon);
  },
};
