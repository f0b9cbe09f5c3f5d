import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-members.js';
import { compositeKey } from '../src/sandbox/database/table-rules.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface MembersArgs extends PageArgs {
  readonly: boolean;
  withExport: boolean;
  columns: string;
  pageSize: number;
  search: string;
  roleNames?: string;
  content?: TemplateResult;
  onShow: (event: Event) => void;
}

type Story = StoryObj<MembersArgs>;

function render(args: MembersArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult {
  return storyPage(
    args,
    loaded,
    html`<org-members
      ?readonly=${args.readonly}
      ?with-export=${args.withExport}
      columns=${args.columns}
      page-size=${args.pageSize}
      search=${args.search}
      role-names=${ifDefined(args.roleNames)}
      @org-members-show=${args.onShow}
      >${args.content}</org-members
    >`,
  );
}

const meta: Meta<MembersArgs> = {
  title: 'Members',
  component: 'org-members',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    readonly: false,
    withExport: false,
    columns: 'address roles',
    pageSize: 20,
    search: '',
    onShow: fn(),
  },
};

export default meta;

const crowd = { userId: 'member000000', current: 'crowd' };

const screenOf = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-members');

/** The table, once the rows are there. */
async function table(canvas: HTMLElement): Promise<ReturnType<typeof shadowScreen>> {
  const screen = screenOf(canvas);
  await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(1), { timeout: 8000 });
  return screen;
}

/** An administrator among four: everything is offered, and why the last administrator can't leave is said. */
export const Some: Story = {
  args: { withExport: true },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.getAllByRole('row')).toHaveLength(5);
    await expect(screen.getByText('You')).toBeVisible();
    await expect(screen.getByRole('button', { name: 'Remove sam_rivera' })).toBeVisible();
    await expect(screen.getByText(/You are the last administrator/)).toBeVisible();
  },
};

/** Before the first answer. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = () => new Promise(() => undefined);
  }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(screenOf(canvasElement).getByRole('status')).toHaveTextContent('Loading'));
  },
};

/** Alone in an organization. */
export const One: Story = {
  args: { userId: 'sakura', current: 'aoba' },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.getAllByRole('row')).toHaveLength(2);
    await expect(screen.getByText('1–1 of 1')).toBeVisible();
  },
};

/** A hundred thousand: one page at a time. */
export const Many: Story = {
  ...backend(undefined, { seed: 'members=100000' }),
  args: { ...crowd, pageSize: 50 },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.getByText('1–50 of 100,000')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('51–100 of 100,000');
  },
};

/** Nothing matches; what is said then is the page's. */
export const Empty: Story = {
  args: { search: 'nobody at all', content: html`<p slot="empty">Nobody on board by that name.</p>` },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Clear search' }, { timeout: 5000 }));
    await table(canvasElement);
  },
};

/** Names that are long, in another script, or not there. */
export const LongNames: Story = {
  ...backend(({ sandbox }) => {
    const { users } = sandbox.tenant.tables;
    const sam = users.get('sam');
    if (sam) users.update('sam', { ...sam, name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3) });
  }),
  args: { inlineSize: '44rem' },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    const element = canvasElement.querySelector('org-members');
    await expect(element?.scrollWidth).toBeLessThanOrEqual(element?.clientWidth ?? 0);
  },
};

/** The roles of a member, each saved at its tick. */
export const Roles: Story = {
  args: { roleNames: '{"billing":"Purser"}' },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: /Roles of sam_rivera/ }));
    const purser = await screen.findByRole('checkbox', { name: /Purser/ });
    await userEvent.click(purser);
    await waitFor(() => expect(screen.getByText('Roles of sam_rivera saved')).toBeInTheDocument());
    await expect(purser).toBeChecked();
  },
};

/** A refused role is put back, with the reason. */
export const RoleRefused: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'PUT'
        ? Response.json(
            { code: 'forbidden', message: '', details: { reason: 'exceeds_own' } },
            { status: 403 },
          )
        : undefined;
  }),
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: /Roles of sam_rivera/ }));
    const billing = await screen.findByRole('checkbox', { name: /billing/ });
    await userEvent.click(billing);
    await screen.findByRole('alert');
    await expect(billing).not.toBeChecked();
  },
};

/** The question before somebody is removed. */
export const Removing: Story = {
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: /^Remove Maximiliana/ }));
    await screen.findByRole('alertdialog', { name: /^Remove Maximiliana Katharina/ });
  },
};

/** Several at once: one is refused, stays selected, and its reason is there. */
export const PartialFailure: Story = {
  ...backend((started) => {
    started.intercept = ({ method, url }) =>
      method === 'DELETE' && url.endsWith('/sakura')
        ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
        : undefined;
  }),
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select this page' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove' }, { timeout: 5000 }));
    const question = await screen.findByRole('alertdialog', { name: 'Remove 3 members?' });
    await userEvent.click(question.querySelector('[part="confirm"]') as HTMLElement);
    await expect(await screen.findByRole('alert', {}, { timeout: 5000 })).toHaveTextContent(
      '1 of 3 did not work',
    );
    await screen.findByText('1 selected');
  },
};

/** A member without permissions sees who is there, and may leave. */
export const NoPermission: Story = {
  args: { userId: 'sam' },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.queryAllByRole('checkbox')).toHaveLength(0);
    await expect(screen.getByRole('button', { name: 'Leave' })).toBeVisible();
  },
};

/** Permissions that were taken away while the page is open. */
export const PermissionsLost: Story = {
  args: { userId: 'sakura', current: 'halden' },
  play: async ({ canvasElement, loaded }) => {
    const screen = await table(canvasElement);
    await screen.findByRole('button', { name: /^Remove Ada/ });
    const { sandbox } = (loaded as unknown as Loaded).backend;
    sandbox.tenant.tables.organizationRoleUsers.delete(compositeKey('halden', 'role-admin', 'sakura'));
    await canvasElement.querySelector('org-members')?.refresh();
    await screen.findByText('What you may do here has changed.');
    await expect(screen.queryByRole('button', { name: /^Remove Ada/ })).toBeNull();
  },
};

/** The backend refuses the list. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.includes('/members?')
        ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
        : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    const retry = await screen.findByRole('button', { name: 'Retry' }, { timeout: 5000 });
    (loaded as unknown as Loaded).backend.intercept = undefined;
    await userEvent.click(retry);
    await table(canvasElement);
  },
};

/** The next page is on its way: the old one stays. */
export const Slow: Story = {
  ...backend(
    (started) => {
      started.intercept = ({ url }) => (url.includes('page=2') ? new Promise(() => undefined) : undefined);
    },
    { seed: 'members=60' },
  ),
  args: crowd,
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true'));
    await expect(screen.getAllByRole('row')).toHaveLength(21);
  },
};

/** Only to read. */
export const Readonly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.queryByRole('button', { name: /Roles of|Remove|Leave/ })).toBeNull();
  },
};

/** The page's own content beside a member. */
export const Slots: Story = {
  args: {
    content: html`<small slot="row-sam">On leave until Monday</small
      ><button slot="actions-sam">Write to Sam</button>`,
  },
  play: async ({ canvasElement }) => {
    await table(canvasElement);
    await waitFor(() => expect(canvasElement.querySelector('[slot="actions-sam"]')).toBeVisible());
    await expect(canvasElement.querySelector('[slot="row-sam"]')).toBeVisible();
  },
};

export const Dark: Story = { ...Some, args: { colorScheme: 'dark', withExport: true } };

/** In Arabic, from right to left. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl', withExport: true },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await expect(screen.getByText('أنت')).toBeVisible();
  },
};

/** As wide as a small phone: the table is a list. */
export const Narrow: Story = {
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    const screen = await table(canvasElement);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select this page' }));
    await screen.findByText('3 selected');
    const element = canvasElement.querySelector('org-members');
    await expect(element?.scrollWidth).toBeLessThanOrEqual(element?.clientWidth ?? 0);
  },
};
