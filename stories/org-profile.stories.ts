import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-profile.js';
import type { CustomField } from '../src/elements/parts/custom-fields.js';
import type { UploadLogo } from '../src/elements/parts/logo-field.js';
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

interface ProfileArgs extends PageArgs {
  readonly: boolean;
  withoutLogos: boolean;
  withoutMfa: boolean;
  withoutLeave: boolean;
  withoutDelete: boolean;
  accountUrl?: string;
  customFields: readonly CustomField[];
  upload?: UploadLogo;
  onUpdate: (event: Event) => void;
  onLeave: (event: Event) => void;
  onDelete: (event: Event) => void;
}

type Story = StoryObj<ProfileArgs>;

const render = (args: ProfileArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
  storyPage(
    args,
    loaded,
    html`<org-profile
      ?readonly=${args.readonly}
      ?without-logos=${args.withoutLogos}
      ?without-mfa=${args.withoutMfa}
      ?without-leave=${args.withoutLeave}
      ?without-delete=${args.withoutDelete}
      account-url=${ifDefined(args.accountUrl)}
      .customFields=${args.customFields}
      .upload=${args.upload}
      @org-organization-update=${args.onUpdate}
      @org-organization-leave=${args.onLeave}
      @org-organization-delete=${args.onDelete}
    ></org-profile>`,
  );

const meta: Meta<ProfileArgs> = {
  title: 'Profile',
  component: 'org-profile',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    readonly: false,
    withoutLogos: false,
    withoutMfa: false,
    withoutLeave: false,
    withoutDelete: false,
    customFields: [],
    onUpdate: fn(),
    onLeave: fn(),
    onDelete: fn(),
  },
};

export default meta;

const wait = { timeout: 8000 };
const screen = (canvas: HTMLElement): ReturnType<typeof shadowScreen> => shadowScreen(canvas, 'org-profile');
const nameField = (canvas: HTMLElement): Promise<HTMLElement> =>
  screen(canvas).findByRole('textbox', { name: 'Name' }, wait);
const button = (canvas: HTMLElement, name: string): HTMLElement =>
  screen(canvas).getByRole('button', { name });

/** Somebody else saves. */
async function saveElsewhere({ endpoint, getTokenOf }: InPageBackend, body: object): Promise<void> {
  const token = await getTokenOf('ada')({ organizationId: 'northwind', refresh: false });
  await fetch(`${endpoint}/organizations/northwind`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** All that there is, for an administrator: only what was changed is saved. */
export const Settings: Story = {
  play: async ({ canvasElement, args }) => {
    const name = await nameField(canvasElement);
    await expect(button(canvasElement, 'Save changes')).toHaveAttribute('aria-disabled', 'true');
    await fireEvent.input(name, { target: { value: 'Northwind Maps' } });
    await screen(canvasElement).findByText('Not saved yet');
    await userEvent.click(button(canvasElement, 'Save changes'));
    await waitFor(() => expect(args.onUpdate).toHaveBeenCalledTimes(1), wait);
    await screen(canvasElement).findByText('Changes saved');
    await expect(button(canvasElement, 'Save changes')).toHaveAttribute('aria-disabled', 'true');
  },
};

/** A member without the permission sees what it is, and may leave. */
export const MayNotEdit: Story = {
  args: { userId: 'sam' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText('Northwind Studio', undefined, wait);
    await expect(screen(canvasElement).queryByRole('textbox')).toBeNull();
    await expect(button(canvasElement, 'Leave organization')).toBeVisible();
  },
};

/** Only shown. */
export const Readonly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText('Northwind Studio', undefined, wait);
    await expect(screen(canvasElement).queryByRole('button')).toBeNull();
  },
};

/** Who has no second factor can't require one: that would lock them out. */
export const OwnSecondFactorMissing: Story = {
  args: { userId: 'sakura', current: 'halden', accountUrl: 'https://auth.example.com/account/security' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/would lock yourself out/, undefined, wait);
    await expect(screen(canvasElement).getByRole('checkbox')).toBeDisabled();
    await expect(screen(canvasElement).getByRole('link', { name: 'Open your account' })).toBeVisible();
  },
};

/** Who has one is told what it means for the others. */
export const RequiringASecondFactor: Story = {
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    await userEvent.click(screen(canvasElement).getByRole('checkbox'));
    await screen(canvasElement).findByText(/members without a second factor are locked out/);
  },
};

/** Somebody else saved first: both are shown, and the person chooses. */
export const Conflict: Story = {
  play: async ({ canvasElement, loaded, args }) => {
    const name = await nameField(canvasElement);
    await userEvent.type(name, ' & Sons');
    await fireEvent.input(screen(canvasElement).getByRole('textbox', { name: /^Logo \(/ }), {
      target: { value: 'https://logo.test/mine.svg' },
    });
    const { backend: started } = loaded as Loaded;
    await saveElsewhere(started, {
      name: 'Northwind Group',
      logoUrl: 'https://logo.test/theirs.svg',
      description: 'Charts',
    });
    await userEvent.click(button(canvasElement, 'Save changes'));
    await screen(canvasElement).findByRole('group', { name: 'Somebody else saved changes' }, wait);
    await screen(canvasElement).findByText(/in the meantime: Description/);
    await expect(args.onUpdate).not.toHaveBeenCalled();
    await expect(name).toHaveValue('Northwind Studio & Sons');
    const theirs = screen(canvasElement).getAllByRole('radio', { name: /^Theirs/ });
    await userEvent.click(theirs[0] as HTMLElement);
    await expect(name).toHaveValue('Northwind Group');
  },
};

/** Fields of the host's own, each of its type. */
export const OwnFields: Story = {
  args: {
    customFields: [
      {
        key: 'industry',
        label: 'Industry',
        type: 'choice',
        choices: [
          { value: 'sea', label: 'Sea' },
          { value: 'air', label: 'Air' },
        ],
      },
      { key: 'ships', label: 'Ships', type: 'number', hint: 'Only those that float' },
      { key: 'newsletter', label: 'Send us news', type: 'boolean' },
      { key: 'site', label: 'Site', type: 'url' },
    ],
  },
  ...backend(
    async (started) => {
      await saveElsewhere(started, { customData: { industry: 'sea', ships: 12 } });
    },
    undefined,
    { organizations: { customDataKeys: ['industry', 'ships', 'newsletter', 'site'] } },
  ),
  play: async ({ canvasElement, args }) => {
    await nameField(canvasElement);
    await expect(screen(canvasElement).getByRole('spinbutton', { name: /Ships/ })).toHaveValue(12);
    await userEvent.click(screen(canvasElement).getByRole('checkbox', { name: /news/ }));
    await userEvent.click(button(canvasElement, 'Save changes'));
    await waitFor(() => expect(args.onUpdate).toHaveBeenCalledTimes(1), wait);
  },
};

/** A file of a logo, through a function of the page. */
export const Upload: Story = {
  args: { upload: fn(async (file: File) => `https://img.test/${file.name}`) },
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    const file = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'logo.svg', {
      type: 'image/svg+xml',
    });
    await userEvent.upload(screen(canvasElement).getByLabelText('Choose file: Logo'), file);
    await waitFor(() =>
      expect(screen(canvasElement).getByRole('textbox', { name: /^Logo \(/ })).toHaveValue(
        'https://img.test/logo.svg',
      ),
    );
  },
};

/** The last administrator reads why leaving is not possible before a click. */
export const LastAdministrator: Story = {
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    await expect(button(canvasElement, 'Leave organization')).toHaveAccessibleDescription(
      /You are the last administrator/,
    );
  },
};

/** The question before somebody leaves. */
export const Leaving: Story = {
  args: { userId: 'sam' },
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await screen(canvasElement).findByRole('button', { name: 'Leave organization' }, wait),
    );
    await screen(canvasElement).findByRole('alertdialog', { name: 'Leave Northwind Studio?' }, wait);
  },
};

/** The question before an organization is deleted: its name has to be typed. */
export const Deleting: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await screen(canvasElement).findByRole('button', { name: 'Delete organization' }, wait),
    );
    const question = await screen(canvasElement).findByRole(
      'alertdialog',
      { name: 'Delete Northwind Studio?' },
      wait,
    );
    const confirm = question.querySelector('[part="confirm"]');
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await userEvent.type(
      screen(canvasElement).getByRole('textbox', { name: 'Type “Northwind Studio” to confirm' }),
      'Northwind Studio',
    );
    await expect(confirm).toHaveAttribute('aria-disabled', 'false');
  },
};

/** Nothing was saved, and nothing is lost. */
export const SaveFails: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'PATCH' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    const name = await nameField(canvasElement);
    await userEvent.type(name, '!');
    await userEvent.click(button(canvasElement, 'Save changes'));
    await screen(canvasElement).findByRole('alert', undefined, wait);
    await expect(name).toHaveValue('Northwind Studio!');
  },
};

/** It cannot be shown. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/organizations/northwind')
        ? Response.json({ code: 'forbidden', message: '' }, { status: 403 })
        : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('button', { name: 'Retry' }, wait);
  },
};

/** The place of the fields, until they are there. */
export const Loading: Story = {
  ...backend((started) => {
    started.intercept = ({ url }) =>
      url.endsWith('/organizations/northwind') ? new Promise(() => undefined) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('status', { name: 'Loading' }, wait);
  },
};

/** There is no current organization. */
export const Empty: Story = {
  args: { userId: 'noor', current: '' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/No organization is chosen/, undefined, wait);
  },
};

/** Only name and description. */
export const LeftOut: Story = {
  args: { withoutLogos: true, withoutMfa: true, withoutLeave: true, withoutDelete: true },
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    await expect(screen(canvasElement).getAllByRole('textbox')).toHaveLength(2);
    await expect(screen(canvasElement).queryByRole('button', { name: /Leave|Delete/ })).toBeNull();
  },
};

/** Of what is long, nothing is cut off. */
export const LongNames: Story = {
  args: { inlineSize: '320px', userId: 'sam' },
  ...backend(async (started) => {
    await saveElsewhere(started, {
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      description: 'Everything about ships, and '.repeat(8),
    });
  }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/^Donaudampf/, undefined, wait);
    const element = canvasElement.querySelector('org-profile');
    await expect(element?.scrollWidth).toBeLessThanOrEqual(element?.clientWidth ?? 0);
  },
};

export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    await userEvent.click(screen(canvasElement).getByRole('checkbox'));
  },
};

/** In Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('textbox', { name: 'الاسم' }, wait);
    await userEvent.click(screen(canvasElement).getByRole('button', { name: 'حذف مؤسسة' }));
    await screen(canvasElement).findByRole('alertdialog', undefined, wait);
  },
};

export const Narrow: Story = {
  args: { inlineSize: '320px', language: 'de', term: 'workspace' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('button', { name: 'Arbeitsbereich löschen' }, wait);
  },
};
