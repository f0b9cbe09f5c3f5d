import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../src/define/org-me.js';
import { compositeKey } from '../src/sandbox/database/table-rules.js';
import { ROLE_IDS } from '../src/sandbox/seed/template.js';
import { addPermissions, addRole } from './support/add-roles.js';
import { heldClient } from './support/held-client.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface MeArgs extends PageArgs {
  accountUrl: string | undefined;
  readonly: boolean;
  withoutPermissions: boolean;
  withoutLeave: boolean;
}

type Story = StoryObj<MeArgs>;
type Screen = ReturnType<typeof shadowScreen>;

const element = (args: MeArgs): TemplateResult =>
  html`<org-me
    account-url=${ifDefined(args.accountUrl)}
    ?readonly=${args.readonly}
    ?without-permissions=${args.withoutPermissions}
    ?without-leave=${args.withoutLeave}
  ></org-me>`;

const meta: Meta<MeArgs> = {
  title: 'Me',
  component: 'org-me',
  render: (args, { loaded }: { loaded: Partial<Loaded> }) => storyPage(args, loaded, element(args)),
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    userId: 'sam',
    inlineSize: '44rem',
    accountUrl: 'https://logto.test/account',
    readonly: false,
    withoutPermissions: false,
    withoutLeave: false,
  },
};

export default meta;

const soon = { timeout: 5000 };
const screenOf = (canvas: HTMLElement): Screen => shadowScreen(canvas, 'org-me');
const ready = (canvas: HTMLElement, name = 'sam_rivera'): Promise<HTMLElement> =>
  screenOf(canvas).findByText(name, { selector: '.name' }, soon);

/** Who I am here, what I may do, and which role gives it. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await expect(screen.getByText('member', { selector: '.chip .text' })).toBeVisible();
    const invite = screen.getByText('invite:member').closest('li') as HTMLElement;
    await expect(invite).toHaveTextContent('Invite people');
    await expect(invite).toHaveTextContent('from member');
    await expect(screen.queryByText('manage:member')).toBeNull();
    await expect(screen.getByRole('link', { name: 'Manage account' })).toHaveAttribute(
      'href',
      'https://logto.test/account',
    );
    await expect(screen.getByRole('button', { name: 'Leave organization' })).toBeEnabled();
  },
};

/** Thirty permissions are folded, each group with its count. */
export const ManyPermissions: Story = {
  ...backend(({ sandbox }) => {
    addPermissions(sandbox, 40, 5);
    addRole(sandbox, {
      id: 'long',
      name: 'Regional coordination and documentation',
      permissions: ['read-data'],
    });
    for (const role of ['role-0', 'role-1', 'long']) {
      sandbox.tenant.tables.organizationRoleUsers.insert({
        organizationId: 'northwind',
        organizationRoleId: role,
        userId: 'sam',
      });
    }
  }),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    const summary = screen.getByText('Permissions: organization');
    await expect(screen.getByText('read:data')).not.toBeVisible();
    await userEvent.click(summary);
    const row = screen.getByText('read:data').closest('li') as HTMLElement;
    await expect(row).toBeVisible();
    await expect(row).toHaveTextContent(
      /from (member and Regional coordination.*|Regional coordination.* and member)$/,
    );
  },
};

/** The only administrator may not leave, and reads what to do. */
export const LastAdministrator: Story = {
  args: { userId: 'ada' },
  play: async ({ canvasElement }) => {
    await ready(canvasElement, 'Ada Okafor');
    const screen = screenOf(canvasElement);
    await expect(screen.getByRole('button', { name: 'Leave organization' })).toBeDisabled();
    await expect(screen.getByText(/make somebody else one/)).toBeVisible();
    await expect(screen.getByText('Set up')).toBeVisible();
  },
};

/** No second factor, and a link to where one is set up. */
export const NoSecondFactor: Story = {
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await expect(screen.getByText('Not set up')).toBeVisible();
    await expect(screen.getByRole('link', { name: 'Set it up' })).toHaveAttribute(
      'href',
      'https://logto.test/account/security',
    );
  },
};

/** Without an account page there is no link. */
export const NoAccountPages: Story = {
  args: { accountUrl: undefined },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await expect(screenOf(canvasElement).queryByRole('link')).toBeNull();
  },
};

/** A member without any role. */
export const NoRoles: Story = {
  ...backend(({ sandbox }) => {
    sandbox.tenant.tables.organizationRoleUsers.delete(compositeKey('northwind', ROLE_IDS.member, 'sam'));
  }),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await expect(screenOf(canvasElement).getByText(/An administrator can give you one/)).toBeVisible();
  },
};

/** The ID token still names other roles; one press brings a new one. */
export const OlderSignIn: Story = {
  render: (args, { loaded }) => {
    const { backend: started } = loaded as Loaded;
    return html`<div style="max-inline-size: 44rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif">
      <org-provider
        endpoint=${started.endpoint}
        resource="https://api.orgkit.test"
        .client=${heldClient(started, args.userId)}
        organization-id=${args.current}
        remember="none"
        >${element(args)}</org-provider
      >
    </div>`;
  },
  play: async ({ canvasElement, loaded }) => {
    await ready(canvasElement);
    const { tables } = (loaded as Loaded).backend.sandbox.tenant;
    // Another name for the same: permissions, and so access tokens, stay as they are.
    tables.organizationRoles.insert({
      tenantId: 'default',
      id: 'role-reader',
      name: 'reader',
      description: '',
      type: 'User',
    });
    tables.organizationRoleUsers.insert({
      organizationId: 'northwind',
      organizationRoleId: 'role-reader',
      userId: 'sam',
    });
    await canvasElement.querySelector('org-me')?.refresh();
    const screen = screenOf(canvasElement);
    await screen.findByText(/Your sign-in still says: member/, {}, soon);
    await userEvent.click(screen.getByRole('button', { name: 'Renew' }));
    await waitFor(() => expect(screen.queryByText(/Your sign-in still says/)).toBeNull(), soon);
  },
};

/** A permission that was not asked for at sign-in: no token has it, and the sign-in has to be gone through again. */
export const ConsentRequired: Story = {
  render: (args, { loaded }) => {
    const { backend: started } = loaded as Loaded;
    return html`<div style="max-inline-size: 44rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif">
      <org-provider
        endpoint=${started.endpoint}
        .getToken=${started.getTokenOf(args.userId, ['read:data', 'read:member', 'invite:member'])}
        organization-id=${args.current}
        remember="none"
        >${element(args)}</org-provider
      >
    </div>`;
  },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await screen.findByText(/go through the sign-in once more: write:data/, {}, soon);
    const asked = new Promise<Event>((resolve) =>
      canvasElement.addEventListener('org-sign-in-request', resolve, { once: true }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    const { detail } = (await asked) as CustomEvent<{ readonly permissions: readonly string[] }>;
    await expect(detail.permissions).toEqual(['write:data']);
  },
};

/** Nothing to change, and no permissions. */
export const Readonly: Story = {
  args: { readonly: true, withoutPermissions: true },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await expect(screen.queryByRole('button')).toBeNull();
    await expect(screen.queryByText('invite:member')).toBeNull();
  },
};

/** No organization is chosen: the person is still there. */
export const Personal: Story = {
  args: { userId: 'noor', current: '' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('No organization is chosen.', {}, soon);
    await expect(screenOf(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** Asks before the person leaves. */
export const Leaving: Story = {
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: 'Leave organization' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Leave Northwind Studio?' }, soon);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  },
};

export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
  },
};

export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await expect(screenOf(canvasElement).getByText('الأدوار')).toBeVisible();
  },
};

export const German: Story = {
  args: { language: 'de', term: 'company' },
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await expect(screenOf(canvasElement).getByText('Nicht eingerichtet')).toBeVisible();
  },
};

export const Narrow: Story = {
  args: { inlineSize: '320px', userId: 'maximiliana', current: 'halden' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText(/Maximiliana/, { selector: '.name' }, soon);
    const host = canvasElement.querySelector('org-me') as HTMLElement;
    await expect(host.scrollWidth).toBeLessThanOrEqual(host.clientWidth);
  },
};

/** Bars of the size of what comes. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = () => new Promise(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('status', { name: 'Loading' });
  },
};

/** One of the two answers fails, and works at the second try. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    await ready(canvasElement);
    const screen = screenOf(canvasElement);
    await expect(screen.getByRole('alert')).toHaveTextContent('You don’t have permission');
    (loaded as Loaded).backend.intercept = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByText('invite:member', {}, soon);
    await expect(screen.queryByRole('alert')).toBeNull();
  },
};
