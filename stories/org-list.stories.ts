import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-list.js';
import { addInvitation } from './support/add-invitation.js';
import { addManyOrganizations, addOrganizations } from './support/add-organizations.js';
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

interface ListArgs extends PageArgs {
  readonly: boolean;
  withCreate: boolean;
  withSwitch: boolean;
  withoutInvitations: boolean;
  selectUrl?: string;
  createUrl?: string;
  onChange: (event: Event) => void;
  onOpen: (event: Event) => void;
  onCreate: (event: Event) => void;
  onDecline: (event: Event) => void;
}

type Story = StoryObj<ListArgs>;

const render = (args: ListArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
  storyPage(
    args,
    loaded,
    html`<org-list
      ?readonly=${args.readonly}
      ?with-create=${args.withCreate}
      ?with-switch=${args.withSwitch}
      ?without-invitations=${args.withoutInvitations}
      select-url=${ifDefined(args.selectUrl)}
      create-url=${ifDefined(args.createUrl)}
      @org-change=${args.onChange}
      @org-open-request=${args.onOpen}
      @org-create-request=${args.onCreate}
      @org-invitation-decline=${args.onDecline}
    ></org-list>`,
  );

const meta: Meta<ListArgs> = {
  title: 'List',
  component: 'org-list',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    readonly: false,
    withCreate: true,
    withSwitch: false,
    withoutInvitations: false,
    onChange: fn(),
    onOpen: fn(),
    onCreate: fn(),
    onDecline: fn(),
  },
};

export default meta;

const screen = (canvas: HTMLElement): ReturnType<typeof shadowScreen> => shadowScreen(canvas, 'org-list');
const button = (canvas: HTMLElement, name: string | RegExp): Promise<HTMLElement> =>
  screen(canvas).findByRole('button', { name }, { timeout: 5000 });
const organizations = (canvas: HTMLElement): HTMLElement[] => [
  ...(canvas.querySelector('org-list')?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="organization"]') ??
    []),
];

const inviteAda = ({ sandbox }: InPageBackend): void =>
  addInvitation(sandbox, {
    id: 'invite-ada-aoba',
    organizationId: 'aoba',
    invitee: 'ada@demo.test',
    inviterId: 'sakura',
  });

/** Some, with the current one marked; choosing another makes it the current one. */
export const Some: Story = {
  play: async ({ canvasElement, args }) => {
    await expect(await button(canvasElement, /^Northwind Studio/)).toHaveAttribute('aria-current', 'true');
    await userEvent.click(await button(canvasElement, /^Halden/));
    await expect(args.onChange).toHaveBeenCalledTimes(1);
    await expect(args.onOpen).toHaveBeenCalledTimes(1);
    await waitFor(async () =>
      expect(await button(canvasElement, /^Halden/)).toHaveAttribute('aria-current', 'true'),
    );
    await userEvent.click(await button(canvasElement, 'Create organization'));
    await expect(args.onCreate).toHaveBeenCalledTimes(1);
  },
};

export const One: Story = {
  ...backend(({ sandbox }) => addOrganizations(sandbox, 'noor', [{ id: 'only', name: 'Fjord Freight' }])),
  args: { userId: 'noor', current: 'only', withCreate: false, withoutInvitations: true },
  play: async ({ canvasElement }) => {
    await button(canvasElement, /^Fjord Freight/);
    await expect(organizations(canvasElement)).toHaveLength(1);
  },
};

/** From seven on there is a search. */
export const Many: Story = {
  ...backend(({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30)),
  play: async ({ canvasElement }) => {
    const search = await screen(canvasElement).findByRole(
      'searchbox',
      { name: 'Search organizations' },
      { timeout: 5000 },
    );
    await expect(organizations(canvasElement)).toHaveLength(33);
    await fireEvent.input(search, { target: { value: 'halden' } });
    await waitFor(() => expect(organizations(canvasElement)).toHaveLength(1));
    await fireEvent.input(search, { target: { value: 'zzz' } });
    await screen(canvasElement).findByText('No organizations match “zzz”', { selector: 'p' });
  },
};

/** Each is a link, which can be opened in a new tab. */
export const Links: Story = {
  args: { selectUrl: '#/o/{id}', createUrl: '#/new' },
  play: async ({ canvasElement }) => {
    const link = await screen(canvasElement).findByRole('link', { name: /^Halden/ }, { timeout: 5000 });
    await expect(link).toHaveAttribute('href', '#/o/halden');
  },
};

/** The first page of somebody without any organization. */
export const Empty: Story = {
  ...backend(({ sandbox }) => sandbox.tenant.tables.users.update('noor', { primaryEmail: null })),
  args: { userId: 'noor', current: '' },
  play: async ({ canvasElement, args }) => {
    await screen(canvasElement).findByRole(
      'heading',
      { name: 'You are not in any organization yet' },
      { timeout: 5000 },
    );
    await userEvent.click(await button(canvasElement, 'Create organization'));
    await expect(args.onCreate).toHaveBeenCalledTimes(1);
  },
};

/** The same where people create none themselves. */
export const EmptyWithoutCreate: Story = {
  ...backend(undefined, undefined, { organizations: { create: 'off' } }),
  args: { userId: 'noor', current: '', withoutInvitations: true },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/^Ask somebody to invite you/, undefined, { timeout: 5000 });
    await expect(screen(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** No organization, and two invitations: one is accepted, one declined. */
export const EmptyWithInvitations: Story = {
  args: { userId: 'noor', current: '' },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await button(canvasElement, 'Join Northwind Studio'));
    await button(canvasElement, /^Northwind Studio/);
    await userEvent.click(await button(canvasElement, 'Decline Halden & Frost Analytics'));
    const question: HTMLElement = await screen(canvasElement).findByRole('alertdialog');
    question.querySelector<HTMLElement>('[part="confirm"]')?.click();
    await waitFor(() => expect(args.onDecline).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await waitFor(() => expect(screen(canvasElement).queryByRole('button', { name: /^Join/ })).toBeNull());
  },
};

/** Joining makes it the current one where the page wants that. */
export const WithInvitation: Story = {
  ...backend(inviteAda),
  args: { withSwitch: true },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(await button(canvasElement, 'Join 青葉デザイン'));
    await waitFor(() => expect(args.onChange).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await waitFor(async () =>
      expect(await button(canvasElement, /^青葉デザイン/)).toHaveAttribute('aria-current', 'true'),
    );
  },
};

/** Joining fails: the invitation stays, with the reason. */
export const FailingToJoin: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
  }),
  args: { userId: 'noor', current: '' },
  play: async ({ canvasElement }) => {
    await userEvent.click(await button(canvasElement, 'Join Northwind Studio'));
    await screen(canvasElement).findByText(/service can’t be reached/, undefined, { timeout: 5000 });
    await button(canvasElement, 'Join Northwind Studio');
  },
};

/** Nothing can be changed; choosing one still goes there. */
export const Readonly: Story = {
  ...backend(inviteAda),
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await button(canvasElement, /^Northwind Studio/);
    await screen(canvasElement).findByText('青葉デザイン');
    await expect(screen(canvasElement).queryByRole('button', { name: /^(Join|Decline|Create)/ })).toBeNull();
  },
};

export const Failing: Story = {
  ...backend((started) => {
    started.isOnline = false;
  }),
  play: async ({ canvasElement, loaded }) => {
    const retry = await button(canvasElement, 'Retry');
    (loaded as Loaded).backend.isOnline = true;
    await userEvent.click(retry);
    await button(canvasElement, /^Northwind Studio/);
  },
};

export const Loading: Story = {
  ...backend((started) => {
    started.intercept = () => new Promise<Response>(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('status', { name: 'Loading' }, { timeout: 5000 });
  },
};

export const Dark: Story = {
  ...backend(inviteAda),
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'Join 青葉デザイン');
  },
};

export const RightToLeft: Story = {
  ...backend(inviteAda),
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, 'انضمام إلى 青葉デザイン');
    await button(canvasElement, /الحالية/);
  },
};

/** Long names in a narrow column; nothing is wider than it. */
export const Narrow: Story = {
  ...backend((started) => {
    inviteAda(started);
    addOrganizations(started.sandbox, 'ada', [
      {
        id: 'long',
        name: 'Donaudampfschifffahrtsgesellschaft für internationale Partnerschaften',
        roles: ['admin', 'billing'],
      },
    ]);
  }),
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    await button(canvasElement, /^Donaudampf/);
    await button(canvasElement, 'Join 青葉デザイン');
    const element = canvasElement.querySelector('org-list');
    await expect(element?.scrollWidth).toBe(element?.clientWidth);
  },
};
