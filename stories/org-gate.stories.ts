import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import '../src/define/org-gate.js';
import { backend, pageArgs, storyPage, type Loaded, type PageArgs } from './support/story-page.js';

interface GateArgs extends PageArgs {
  permissions: string;
  roles: string;
  any: boolean;
}

type Story = StoryObj<GateArgs>;

const render = (args: GateArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
  storyPage(
    args,
    loaded,
    html`<org-gate permissions=${args.permissions} roles=${args.roles} ?any=${args.any}>
      <p>You may.</p>
      <p slot="fallback">You may not.</p>
      <p slot="pending">One moment.</p>
    </org-gate>`,
  );

const meta: Meta<GateArgs> = {
  title: 'Gate',
  component: 'org-gate',
  render,
  ...backend(),
  args: { ...pageArgs, permissions: 'manage:member', roles: '', any: false },
};

export default meta;

/** Which of the three is seen. */
const seen = async (canvas: HTMLElement, text: string): Promise<void> => {
  const paragraphs = [...canvas.querySelectorAll('p')];
  await waitFor(
    () =>
      expect(paragraphs.filter((one) => one.checkVisibility()).map((one) => one.textContent)).toEqual([text]),
    { timeout: 5000 },
  );
};

export const Allowed: Story = { play: ({ canvasElement }) => seen(canvasElement, 'You may.') };

export const NotAllowed: Story = {
  args: { userId: 'sam' },
  play: ({ canvasElement }) => seen(canvasElement, 'You may not.'),
};

/** All that is named is needed, or with `any` one of it. */
export const AnyOfSeveral: Story = {
  args: { userId: 'sam', permissions: 'manage:member invite:member', any: true },
  play: ({ canvasElement }) => seen(canvasElement, 'You may.'),
};

export const AllOfSeveral: Story = {
  args: { userId: 'sam', permissions: 'manage:member invite:member' },
  play: ({ canvasElement }) => seen(canvasElement, 'You may not.'),
};

export const ByRole: Story = {
  args: { permissions: '', roles: 'admin' },
  play: ({ canvasElement }) => seen(canvasElement, 'You may.'),
};

/** Not known yet. */
export const Pending: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) => (url.endsWith('/me') ? new Promise(() => undefined) : undefined);
  }),
  play: ({ canvasElement }) => seen(canvasElement, 'One moment.'),
};

/** Nobody knows: then it is not shown. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/me') ? Response.json({ code: 'forbidden', message: '' }, { status: 403 }) : undefined;
  }),
  play: ({ canvasElement }) => seen(canvasElement, 'You may not.'),
};
