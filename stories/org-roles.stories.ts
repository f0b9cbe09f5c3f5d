import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import '../src/define/org-roles.js';
import { addPermissions, addRole, clearRoles } from './support/add-roles.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

type Story = StoryObj<PageArgs>;
type Screen = ReturnType<typeof shadowScreen>;

const meta: Meta<PageArgs> = {
  title: 'Roles',
  component: 'org-roles',
  render: (args, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
    storyPage(args, loaded, html`<org-roles></org-roles>`),
  ...backend(),
  afterEach: settleFades,
  args: { ...pageArgs, inlineSize: '60rem' },
};

export default meta;

const soon = { timeout: 5000 };
const screenOf = (canvas: HTMLElement): Screen => shadowScreen(canvas, 'org-roles');
const table = (canvas: HTMLElement): Promise<HTMLElement> =>
  screenOf(canvas).findByRole('table', { name: 'Roles and permissions' }, soon);

/** The words of a row's cells: the permission's name first. */
function row(of: HTMLElement, name: string): string[] {
  const header = within(of).getByRole('rowheader', { name: new RegExp(`^${name}`) });
  return [...(header.closest('tr')?.querySelectorAll('td') ?? [])].map(({ textContent }) =>
    textContent.replace('–', '').replace(/\s+/g, ' ').trim(),
  );
}

/** What every role may do, what I hold, and what I could give. */
export const Matrix: Story = {
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    const columns = within(matrix).getAllByRole('columnheader');
    await expect(columns.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'Permission',
      'You',
      'adminYour role',
      'billing',
      'member',
    ]);
    await expect(row(matrix, 'delete:member')).toEqual(['Yes', 'Yes', 'No', 'No']);
    await expect(row(matrix, 'read:projects')).toEqual(['Yes', 'Yes', 'No', 'Yes']);
    await expect(row(matrix, 'You can give it')).toEqual(['', 'Yes', 'Yes', 'Yes']);
    await expect(screenOf(canvasElement).getByText(/can’t be changed here/)).toBeVisible();
  },
};

/** Somebody who may invite, but gives no more than they hold: each role says why not. */
export const ExceedsOwn: Story = {
  args: { userId: 'sam' },
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    const reason = 'This needs permissions that you don’t have yourself.';
    await expect(row(matrix, 'You can give it')).toEqual(['', reason, reason, 'Yes']);
    await expect(row(matrix, 'manage:member')).toEqual(['No', 'Yes', 'No', 'No']);
  },
};

/** Somebody who may give no role at all: the reason is said once. */
export const NoPermission: Story = {
  args: { userId: 'maximiliana', current: 'halden' },
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    await expect(row(matrix, 'You can give it')).toEqual(['', 'You don’t have permission to do this.']);
    await expect(row(matrix, 'read:data')[0]).toBe('No');
  },
};

/** The search goes through names, descriptions and API resources, and tells what it has found. */
export const Search: Story = {
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    const screen = screenOf(canvasElement);
    const field = screen.getByRole('searchbox', { name: 'Search permissions' });
    await userEvent.type(field, 'invoices');
    await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(4));
    await expect(screen.getByText('1 permission')).toBeInTheDocument();
    await userEvent.type(field, ' xyz');
    await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
    await expect(screen.getAllByText('Nothing matches “invoices xyz”')).toHaveLength(2);
    await userEvent.type(field, '{Control>}a{/Control}{Backspace}');
    await table(canvasElement);
  },
};

/** Thirty permissions and eight roles: the first column and the names of the roles stay in sight. */
export const ThirtyPermissions: Story = {
  ...backend(({ sandbox }) => addPermissions(sandbox, 30, 8)),
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    const region = screenOf(canvasElement).getByRole('region', { name: 'Roles and permissions' });
    region.scrollTo(400, 500);
    const box = region.getBoundingClientRect();
    const corner = within(matrix).getByRole('columnheader', { name: 'Permission' });
    const last = within(matrix).getAllByRole('rowheader').at(-12);
    await waitFor(() => expect(region.scrollTop).toBe(500));
    await expect(corner.getBoundingClientRect().top - box.top).toBeLessThan(2);
    await expect((last?.getBoundingClientRect().left ?? 99) - box.left).toBeLessThan(2);
  },
};

/** One role, one permission. */
export const OneRole: Story = {
  ...backend(({ sandbox }) => {
    clearRoles(sandbox);
    addRole(sandbox, { id: 'only', name: 'owner', permissions: ['read-data'], holders: ['ada'] });
  }),
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    await expect(row(matrix, 'read:data')).toEqual(['Yes', 'Yes']);
  },
};

/** The tenant's template has no roles. */
export const Empty: Story = {
  ...backend(({ sandbox }) => clearRoles(sandbox)),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('No roles yet', {}, soon);
  },
};

const longNames = backend(({ sandbox }) =>
  addRole(sandbox, {
    id: 'long',
    name: 'Regional coordination and documentation of international partnerships',
    description: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungsbeauftragte and deputies',
    permissions: ['read-data', 'write-data', 'delete-data'],
    holders: ['ada'],
  }),
);

/** Long names and descriptions wrap. */
export const LongNames: Story = {
  ...longNames,
  args: { inlineSize: '48rem' },
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    await expect(within(matrix).getByRole('columnheader', { name: /^Regional/ })).toBeVisible();
  },
};

/** On a phone each role opens to what it gives. */
export const Narrow: Story = {
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const list = await screen.findByRole('list', { name: 'Roles and permissions' }, soon);
    await expect(screen.queryByRole('table')).toBeNull();
    await expect(
      within(list).getByText('13 of 13 permissions', { selector: 'li:first-child .hint' }),
    ).toBeVisible();
    await userEvent.click(within(list).getByText('member'));
    const member = within(list).getByText('member').closest('details') as HTMLDetailsElement;
    await expect(member.open).toBe(true);
    await expect(within(member).getByText('You can give it')).toBeVisible();
    await expect(within(member).getByText('invite:member')).toBeVisible();
    await expect(within(member).queryByText('delete:member')).toBeNull();
  },
};

/** Long names on a phone. */
export const NarrowLongNames: Story = {
  ...longNames,
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    const list = await screenOf(canvasElement).findByRole('list', { name: 'Roles and permissions' }, soon);
    await userEvent.click(within(list).getByText(/^Regional/));
    await expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
  },
};

/** From right to left, in Arabic, the fixed column is at the right. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    const matrix = await screen.findByRole('table', { name: 'الأدوار والأذونات' }, soon);
    await expect(within(matrix).getByRole('columnheader', { name: 'أنت' })).toBeVisible();
    await expect(row(matrix, 'read:billing')).toEqual(['نعم', 'نعم', 'نعم', 'لا']);
  },
};

/** Drawn dark where the page is. */
export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
  },
};

/** Nothing has come yet. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = () => new Promise(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('status', { name: 'Loading' });
  },
};

/** An answer that takes its time: the bars stay until all of it is there. */
export const Slow: Story = {
  ...backend((started) => {
    let answer: (() => void) | undefined;
    const held = new Promise<undefined>((resolve) => {
      answer = () => resolve(undefined);
    });
    started.intercept = ({ url }) => {
      if (url.endsWith('/release')) answer?.();
      return url.endsWith('/me') ? held : undefined;
    };
  }),
  play: async ({ canvasElement, loaded }) => {
    const { backend: started } = loaded as Loaded;
    await screenOf(canvasElement).findByRole('status', { name: 'Loading' });
    await waitFor(() => expect(String(started.calls)).toContain('/roles'));
    await expect(screenOf(canvasElement).queryByRole('table')).toBeNull();
    await fetch(`${started.endpoint}/release`);
    await table(canvasElement);
  },
};

/** It fails, and works at the second try. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/roles') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await expect(await screen.findByRole('alert', {}, soon)).toHaveTextContent('You don’t have permission');
    (loaded as Loaded).backend.intercept = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await table(canvasElement);
    await expect(screen.queryByRole('alert')).toBeNull();
  },
};

/** What I hold is not known; the roles are. */
export const PartialFailure: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    const matrix = await table(canvasElement);
    await expect(screenOf(canvasElement).getByRole('alert')).toBeVisible();
    await expect(within(matrix).queryByRole('columnheader', { name: 'You' })).toBeNull();
    await expect(row(matrix, 'read:billing')).toEqual(['Yes', 'Yes', 'No']);
  },
};
