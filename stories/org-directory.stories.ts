import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-directory.js';
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

interface DirectoryArgs extends PageArgs {
  openUrl?: string;
  onManage: (event: Event) => void;
}

type Story = StoryObj<DirectoryArgs>;

/** With a backend that knows operators. */
const operated = (prepare?: (started: InPageBackend) => unknown): ReturnType<typeof backend> =>
  backend(prepare, undefined, { operatorScope: 'manage:organizations' });

const meta: Meta<DirectoryArgs> = {
  title: 'Directory',
  component: 'org-directory',
  render: (args, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
    storyPage(
      args,
      loaded,
      html`<org-directory
        open-url=${args.openUrl ?? ''}
        @org-manage-request=${args.onManage}
      ></org-directory>`,
    ),
  ...operated(),
  afterEach: settleFades,
  args: { ...pageArgs, userId: 'olga', current: '', operator: true, inlineSize: '60rem', onManage: fn() },
};

export default meta;

const soon = { timeout: 5000 };
const screenOf = (canvas: HTMLElement): ReturnType<typeof shadowScreen> =>
  shadowScreen(canvas, 'org-directory');

/** Every organization of the tenant, none of them the operator's own. */
export const All: Story = {
  play: async ({ canvasElement, args }) => {
    const screen = screenOf(canvasElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Open Halden & Frost Analytics' }, soon));
    await screen.findByText('Open now', {}, soon);
    await expect(args.onManage).toHaveBeenCalledOnce();
  },
};

/** An operator who is a member of some: there they act as that. */
export const OwnOnes: Story = {
  ...operated(({ sandbox }) => {
    sandbox.tenant.tables.userRoles.insert({ roleId: 'role-operator', userId: 'sam' });
  }),
  args: { userId: 'sam', current: 'northwind' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await expect(await screen.findAllByText('You are a member', {}, soon)).toHaveLength(2);
  },
};

/** Thirty-four of them, on two pages, with links. */
export const Many: Story = {
  ...operated(({ sandbox }) => addManyOrganizations(sandbox, 'ada', 30)),
  args: { openUrl: '#/o/{id}' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.findByText('1–20 of 34', {}, soon);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('21–34 of 34', { selector: '.range' }, soon);
    for (const link of screen.getAllByRole('link', { name: /^Open / })) {
      await expect(link.getAttribute('href')).toMatch(/^#\/o\/[\w-]+$/);
    }
  },
};

/** Nothing is called that. */
export const NoMatch: Story = {
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search all organizations' }, soon),
      'xyz',
    );
    await screen.findByText('Nothing matches “xyz”', { selector: 'p' }, soon);
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    await screen.findByText('1–4 of 4', { selector: '.range' }, soon);
  },
};

/** A tenant without any organization. */
export const Empty: Story = {
  ...operated(({ sandbox }) => {
    const { organizations } = sandbox.tenant.tables;
    for (const { id } of organizations.all()) organizations.delete(id);
  }),
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('No organizations yet', {}, soon);
  },
};

/** Somebody who is no operator is told so, and nothing else. */
export const NotAnOperator: Story = {
  args: { userId: 'ada', current: 'northwind' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.findByText(/shown to its operators only/, {}, soon);
    await expect(screen.queryByRole('alert')).toBeNull();
  },
};

const longNames = operated(({ sandbox }) =>
  addOrganizations(sandbox, 'olga', [
    {
      id: 'long',
      name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltung und Partner am unteren Inn',
    },
  ]),
);

/** Long names wrap. */
export const LongNames: Story = {
  ...longNames,
  args: { inlineSize: '44rem' },
  play: async ({ canvasElement }) => {
    await expect(await screenOf(canvasElement).findByText(/^Donaudampf/, {}, soon)).toBeVisible();
  },
};

/** On a phone it is a list. */
export const Narrow: Story = {
  ...longNames,
  args: { inlineSize: '320px' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText(/^Donaudampf/, {}, soon);
    const element = canvasElement.querySelector('org-directory') as HTMLElement;
    await expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
  },
};

/** From right to left, in Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByRole('button', { name: 'فتح Kestrel Bank' }, soon);
  },
};

/** Drawn dark where the page is. */
export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await screenOf(canvasElement).findByText('Kestrel Bank', {}, soon);
  },
};

/** Nothing has come yet. */
export const Loading: Story = {
  ...operated((started) => {
    started.intercept = ({ url }) => (url.includes('/admin/') ? new Promise(() => undefined) : undefined);
  }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(screenOf(canvasElement).getByText('Loading')).toBeInTheDocument());
  },
};

/** It fails, and works at the second try. */
export const Failing: Story = {
  ...operated((started) => {
    started.intercept = ({ url }) =>
      url.includes('/admin/')
        ? Response.json({ code: 'invalid_input', message: '' }, { status: 400 })
        : undefined;
  }),
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await screen.findByRole('alert', {}, soon);
    (loaded as Loaded).backend.intercept = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByText('Kestrel Bank', {}, soon);
    await expect(screen.queryByRole('alert')).toBeNull();
  },
};
