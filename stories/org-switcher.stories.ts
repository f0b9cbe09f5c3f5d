import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-switcher.js';
import type { OrgSwitcher } from '../src/elements/org-switcher/org-switcher.js';
import { compositeKey } from '../src/sandbox/database/table-rules.js';
import { addManyOrganizations, addOrganizations } from './support/add-organizations.js';
import logo from './support/logo.svg?no-inline';
import logoDark from './support/logo-dark.svg?no-inline';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface SwitcherArgs extends PageArgs {
  open: boolean;
  disabled: boolean;
  compact: boolean;
  withCreate: boolean;
  withManage: boolean;
  withPersonal: boolean;
  withoutInvitations: boolean;
  selectUrl?: string;
  createUrl?: string;
  manageUrl?: string;
  placement: OrgSwitcher['placement'];
  onChange: (event: Event) => void;
}

type Story = StoryObj<SwitcherArgs>;

function render(args: SwitcherArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult {
  return storyPage(
    args,
    loaded,
    html`<org-switcher
      ?open=${args.open}
      ?disabled=${args.disabled}
      ?compact=${args.compact}
      ?with-create=${args.withCreate}
      ?with-manage=${args.withManage}
      ?with-personal=${args.withPersonal}
      ?without-invitations=${args.withoutInvitations}
      select-url=${ifDefined(args.selectUrl)}
      create-url=${ifDefined(args.createUrl)}
      manage-url=${ifDefined(args.manageUrl)}
      placement=${args.placement}
      @org-change=${args.onChange}
    ></org-switcher>`,
  );
}

const meta: Meta<SwitcherArgs> = {
  title: 'Switcher',
  component: 'org-switcher',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    open: false,
    disabled: false,
    compact: false,
    withCreate: false,
    withManage: false,
    withPersonal: false,
    withoutInvitations: false,
    placement: 'bottom-start',
    onChange: fn(),
  },
};

export default meta;

const switcher = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-switcher');

/** The button, once the organizations are there. */
const trigger = (canvas: HTMLElement): Promise<HTMLElement> =>
  switcher(canvas).findByRole('button', { name: /switch/i }, { timeout: 5000 });

/** Seen once it has faded in. */
const seen = (element: HTMLElement): Promise<void> => waitFor(() => expect(element).toBeVisible());

async function openPanel(canvas: HTMLElement): Promise<ReturnType<typeof shadowScreen>> {
  await userEvent.click(await trigger(canvas));
  await seen(await switcher(canvas).findByRole('dialog'));
  return switcher(canvas);
}

/** The current organization with my roles in it. */
export const Closed: Story = {
  play: async ({ canvasElement }) => {
    const button = await trigger(canvasElement);
    await expect(button).toHaveAccessibleName(/^Northwind Studio admin Switch organization/);
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  },
};

/** The current one is marked; another one is chosen by a click, and the focus is back on the button. */
export const Switching: Story = {
  play: async ({ canvasElement, args }) => {
    const screen = await openPanel(canvasElement);
    await expect(await screen.findByRole('option', { selected: true })).toHaveTextContent('Northwind Studio');
    await userEvent.click(screen.getByRole('option', { name: /Kestrel Bank/ }));
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Kestrel Bank admin/);
    await expect(args.onChange).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
};

/** With entries to create and to manage, and a row for the person's own account. */
export const WithEverything: Story = {
  args: { withCreate: true, withManage: true, withPersonal: true },
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await screen.findByRole('button', { name: 'Manage organization' });
    await screen.findByRole('button', { name: 'Create organization' });
    await userEvent.click(screen.getByRole('option', { name: 'Personal account' }));
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Personal account/);
  },
};

/** For pages without a script of their own: every entry is a real link. */
export const WithLinks: Story = {
  args: {
    withCreate: true,
    withManage: true,
    selectUrl: '#/o/{id}',
    createUrl: '#/new',
    manageUrl: '#/o/{id}/settings',
  },
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await expect(await screen.findByRole('option', { name: /Kestrel/ })).toHaveAttribute(
      'href',
      '#/o/kestrel',
    );
    await expect(screen.getByRole('link', { name: 'Create organization' })).toHaveAttribute('href', '#/new');
    await expect(screen.getByRole('link', { name: 'Manage organization' })).toHaveAttribute(
      'href',
      '#/o/northwind/settings',
    );
  },
};

/** Invitations wait: their number is on the button, and each can be accepted. No organization yet. */
export const EmptyWithInvitations: Story = {
  args: { userId: 'noor', withCreate: true },
  play: async ({ canvasElement }) => {
    const button = await trigger(canvasElement);
    await waitFor(() => expect(button).toHaveAccessibleName(/2 pending invitations/));
    const screen = await openPanel(canvasElement);
    await seen(await screen.findByText('No organizations yet'));
    await userEvent.click(screen.getByRole('button', { name: 'Join Northwind Studio' }));
    await screen.findByRole('option', { name: /Northwind Studio/ }, { timeout: 5000 });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Join Northwind Studio' })).toBeNull());
  },
};

/** Neither an organization nor an invitation. */
export const Empty: Story = {
  args: { userId: 'noor', withoutInvitations: true },
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await seen(await screen.findByText('No organizations yet'));
  },
};

/** From seven on there is a search, which has the focus; arrows move through what was found. */
export const Search: Story = {
  ...backend(({ sandbox }) => addManyOrganizations(sandbox, 'ada', 12)),
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    const field = await screen.findByRole('combobox', { name: 'Search organizations' });
    await userEvent.type(field, 'studio 1');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(4));
    await userEvent.type(field, 'x');
    await screen.findAllByText(/No organizations match “studio 1x”/);
    await userEvent.type(field, '{Control>}a{/Control}studio 12{Enter}');
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Studio 12/);
  },
};

/** Five hundred organizations stay smooth. */
export const Hundreds: Story = {
  ...backend(({ sandbox }) => addManyOrganizations(sandbox, 'ada', 500)),
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await seen(await screen.findByRole('combobox'));
    const { shadowRoot } = canvasElement.querySelector('org-switcher') as OrgSwitcher;
    await expect(shadowRoot?.querySelectorAll('[role="option"]')).toHaveLength(503);
  },
};

/** Long names are cut in the button and whole in the panel; names in other scripts keep their own direction. */
export const LongNames: Story = {
  args: { withCreate: true },
  ...backend(({ sandbox }) =>
    addOrganizations(sandbox, 'ada', [
      {
        id: 'contoso',
        name: 'Contoso Gesellschaft für angewandte Navigationsforschung und Seevermessung mbH & Co. KG',
        roles: ['admin', 'billing'],
      },
      { id: 'alnoor', name: 'مؤسسة النور للتجارة' },
      { id: 'unbroken', name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsverwaltung' },
    ]),
  ),
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await userEvent.click(await screen.findByRole('option', { name: /Contoso/ }));
    const button = await trigger(canvasElement);
    await expect(button).toHaveAccessibleName(/^Contoso/);
    await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth);
    await openPanel(canvasElement);
  },
};

/** A logo of its own for dark pages; one that fails to load leaves the initials. */
export const Logos: Story = {
  ...backend(({ sandbox }) =>
    addOrganizations(sandbox, 'ada', [
      {
        id: 'a-logo',
        name: 'A Logo',
        logoUrl: new URL(logo, location.href).href,
        darkLogoUrl: new URL(logoDark, location.href).href,
      },
      { id: 'broken-logo', name: 'Broken Logo', logoUrl: new URL('/nowhere.svg', location.href).href },
    ]),
  ),
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    const image = (await screen.findByRole('option', { name: /^A Logo/ })).querySelector('img');
    await waitFor(() => expect(image).toHaveClass('loaded'));
    const broken = screen.getByRole('option', { name: /^Broken Logo/ });
    await expect(broken).toHaveTextContent('BL');
    await expect(broken.querySelector('img')).not.toHaveClass('loaded');
  },
};

/** While the organizations are loading: exactly the button's size. */
export const Loading: Story = {
  ...backend(undefined, { latency: 3_600_000 }),
  play: async ({ canvasElement }) => {
    const skeleton = await switcher(canvasElement).findByRole('status', { name: 'Loading' });
    const { width, height } = skeleton.getBoundingClientRect();
    await expect([width, height]).toEqual([240, 44]);
  },
};

/** Nothing could be loaded; a retry brings it. */
export const Failing: Story = {
  ...backend((started) => {
    started.isOnline = false;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = switcher(canvasElement);
    const alert = await screen.findByRole('alert', {}, { timeout: 8000 });
    await expect(alert).toHaveTextContent('No connection');
    (loaded as unknown as Loaded).backend.isOnline = true;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Northwind Studio/);
  },
};

/** What a failure looks like while it lasts. */
export const Failed: Story = {
  ...backend((started) => {
    started.isOnline = false;
  }),
  play: async ({ canvasElement }) => {
    await switcher(canvasElement).findByRole('button', { name: 'Retry' }, { timeout: 8000 });
  },
};

/** The organization asks for MFA and the person has none: the switch is undone and the reason said. */
export const RefusedForMfa: Story = {
  args: { userId: 'sakura' },
  play: async ({ canvasElement }) => {
    const screen = await openPanel(canvasElement);
    await userEvent.click(await screen.findByRole('option', { name: /Northwind/ }));
    await openPanel(canvasElement);
    await userEvent.click(await screen.findByRole('option', { name: /Kestrel Bank/ }));
    await seen(await screen.findByText(/Kestrel Bank requires multi-factor authentication/));
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Northwind Studio/);
  },
};

/** The person was removed in the meantime: the switch is undone and the organization disappears. */
export const RefusedAsStranger: Story = {
  play: async ({ canvasElement, loaded }) => {
    const screen = await openPanel(canvasElement);
    const option = await screen.findByRole('option', { name: /Halden/ });
    const { tables } = (loaded as unknown as Loaded).backend.sandbox.tenant;
    tables.organizationUsers.delete(compositeKey('halden', 'ada'));
    await userEvent.click(option);
    await seen(await screen.findByText(/no longer a member of Halden & Frost Analytics/));
    await expect(await trigger(canvasElement)).toHaveAccessibleName(/^Northwind Studio/);
  },
};

/** The logo alone, for a narrow header. */
export const Compact: Story = {
  args: { compact: true },
  play: async ({ canvasElement }) => {
    const button = await trigger(canvasElement);
    await expect(button).toHaveAccessibleName(/^Northwind Studio/);
    await expect(button.getBoundingClientRect().width).toBe(44);
    await openPanel(canvasElement);
  },
};

/** Shows where I am, without a way to switch. */
export const Disabled: Story = {
  args: { disabled: true },
  play: async ({ canvasElement }) => {
    await expect(await trigger(canvasElement)).toBeDisabled();
  },
};

/** Follows the page's `color-scheme`. */
export const Dark: Story = {
  args: { colorScheme: 'dark', withCreate: true },
  play: async ({ canvasElement }) => {
    await openPanel(canvasElement);
  },
};

/** Right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl', withCreate: true, withManage: true, withPersonal: true },
  play: async ({ canvasElement }) => {
    const screen = switcher(canvasElement);
    const button = await screen.findByRole('button', { name: /تبديل مؤسسة/ }, { timeout: 5000 });
    await userEvent.click(button);
    const panel = await screen.findByRole('dialog', { name: 'تبديل مؤسسة' });
    await waitFor(() =>
      expect(Math.round(panel.getBoundingClientRect().right)).toBe(
        Math.round(button.getBoundingClientRect().right),
      ),
    );
  },
};

/** The page's own word for an organization, in German. */
export const Workspace: Story = {
  args: { language: 'de', term: 'workspace', withCreate: true },
  play: async ({ canvasElement }) => {
    const screen = switcher(canvasElement);
    await userEvent.click(
      await screen.findByRole('button', { name: /Arbeitsbereich wechseln/ }, { timeout: 5000 }),
    );
    await screen.findByRole('button', { name: 'Arbeitsbereich erstellen' });
  },
};
