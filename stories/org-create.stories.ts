import { html, type TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, fireEvent, fn, userEvent, waitFor } from 'storybook/test';
import '../src/define/org-create.js';
import '../src/define/org-switcher.js';
import type { CustomField } from '../src/elements/parts/custom-fields.js';
import type { UploadLogo } from '../src/elements/parts/logo-field.js';
import { shadowScreen } from './support/shadow-screen.js';
import {
  backend,
  pageArgs,
  settleFades,
  storyPage,
  type Loaded,
  type PageArgs,
} from './support/story-page.js';

interface CreateArgs extends PageArgs {
  dialog: boolean;
  open: boolean;
  readonly: boolean;
  customFields: readonly CustomField[];
  upload?: UploadLogo;
  withNext: boolean;
  onCreate: (event: Event) => void;
  onChange: (event: Event) => void;
}

type Story = StoryObj<CreateArgs>;

const render = (args: CreateArgs, { loaded }: { loaded: Partial<Loaded> }): TemplateResult =>
  storyPage(
    args,
    loaded,
    html`${args.dialog ? html`<org-switcher with-create></org-switcher>` : ''}
      <org-create
        ?dialog=${args.dialog}
        ?open=${args.open}
        ?readonly=${args.readonly}
        .customFields=${args.customFields}
        .upload=${args.upload}
        @org-organization-create=${args.onCreate}
        @org-change=${args.onChange}
        >${args.withNext ? html`<p slot="next">Now invite your crew.</p>` : ''}</org-create
      >`,
  );

const meta: Meta<CreateArgs> = {
  title: 'Create',
  component: 'org-create',
  render,
  ...backend(),
  afterEach: settleFades,
  args: {
    ...pageArgs,
    userId: 'noor',
    dialog: false,
    open: false,
    readonly: false,
    customFields: [],
    withNext: false,
    onCreate: fn(),
    onChange: fn(),
  },
};

export default meta;

const screen = (canvas: HTMLElement): ReturnType<typeof shadowScreen> => shadowScreen(canvas, 'org-create');
const nameField = (canvas: HTMLElement): Promise<HTMLElement> =>
  screen(canvas).findByRole('textbox', { name: 'Name' }, { timeout: 5000 });
const submit = (canvas: HTMLElement): HTMLElement =>
  screen(canvas).getByRole('button', { name: 'Create organization' });

/** As a form on the page. It becomes the current organization. */
export const Form: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.type(await nameField(canvasElement), 'Fjord Freight');
    await userEvent.type(screen(canvasElement).getByRole('textbox', { name: /Description/ }), 'By sea');
    await userEvent.click(submit(canvasElement));
    await waitFor(() => expect(args.onCreate).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await expect(args.onChange).toHaveBeenCalledTimes(1);
    await waitFor(async () => expect(await nameField(canvasElement)).toHaveValue(''));
  },
};

/** What is not taken is said beside it, and nothing of it is lost. */
export const Invalid: Story = {
  play: async ({ canvasElement }) => {
    await nameField(canvasElement);
    const logo = screen(canvasElement).getByRole('textbox', { name: /^Logo \(/ });
    await userEvent.type(logo, 'http://img.test/a.png');
    await userEvent.click(submit(canvasElement));
    await screen(canvasElement).findByText('Please fill this in.');
    await screen(canvasElement).findByText(/has to be an address that begins with https/);
    const field = await nameField(canvasElement);
    await waitFor(() =>
      expect(canvasElement.querySelector('org-create')?.shadowRoot?.activeElement).toBe(field),
    );
    await expect(logo).toHaveValue('http://img.test/a.png');
  },
};

/** What is left of the characters is counted; more can be typed, and is refused. */
export const TooLong: Story = {
  play: async ({ canvasElement }) => {
    await fireEvent.input(await nameField(canvasElement), { target: { value: 'x'.repeat(130) } });
    await screen(canvasElement).findByText('At most 128 characters.');
    await userEvent.click(submit(canvasElement));
    await expect(await nameField(canvasElement)).toBeInvalid();
  },
};

/** A dialog, which answers the entry of the switcher; when it was closed, what was typed is still there. */
export const Dialog: Story = {
  args: { dialog: true },
  play: async ({ canvasElement }) => {
    const switcher = shadowScreen(canvasElement, 'org-switcher');
    const openDialog = async (): Promise<void> => {
      await userEvent.click(
        await switcher.findByRole('button', { name: /Switch organization/ }, { timeout: 5000 }),
      );
      await userEvent.click(await switcher.findByRole('button', { name: 'Create organization' }));
      await screen(canvasElement).findByRole('dialog', { name: 'Create organization' });
    };
    await openDialog();
    await userEvent.type(await nameField(canvasElement), 'Half');
    await userEvent.click(screen(canvasElement).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen(canvasElement).queryByRole('dialog')).toBeNull());
    await openDialog();
    await expect(await nameField(canvasElement)).toHaveValue('Half');
  },
};

/** The host's own fields, and a step that comes after. */
export const OwnFieldsAndNext: Story = {
  args: {
    withNext: true,
    customFields: [
      {
        key: 'industry',
        label: 'Industry',
        type: 'choice',
        isRequired: true,
        choices: [{ value: 'sea', label: 'Sea' }],
      },
      { key: 'ships', label: 'Ships', type: 'number', hint: 'Only those that float' },
      { key: 'newsletter', label: 'Send us news', type: 'boolean' },
    ],
  },
  ...backend(undefined, undefined, {
    organizations: { customDataKeys: ['industry', 'ships', 'newsletter'] },
  }),
  play: async ({ canvasElement, args }) => {
    await userEvent.type(await nameField(canvasElement), 'Fjord Freight');
    await userEvent.click(submit(canvasElement));
    const industry = screen(canvasElement).getByRole('combobox', { name: 'Industry' });
    await expect(industry).toBeInvalid();
    await fireEvent.change(industry, { target: { value: 'sea' } });
    await userEvent.click(submit(canvasElement));
    await waitFor(() => expect(args.onCreate).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await screen(canvasElement).findByText('Fjord Freight is ready', { selector: 'p' });
    await userEvent.click(screen(canvasElement).getByRole('button', { name: 'Done' }));
    await nameField(canvasElement);
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

/** The backend lets nobody create one. */
export const NotAllowed: Story = {
  ...backend(undefined, undefined, { organizations: { create: 'off' } }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/You can’t create organizations here/, undefined, {
      timeout: 5000,
    });
    await expect(submit(canvasElement)).toHaveAttribute('aria-disabled', 'true');
  },
};

/** The person is in as many as allowed. */
export const CapReached: Story = {
  args: { userId: 'ada' },
  ...backend(undefined, undefined, { organizations: { maximumPerPerson: 3 } }),
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByText(/in as many organizations as possible/, undefined, {
      timeout: 5000,
    });
  },
};

/** It failed: the reason is there, and so is what was typed. */
export const Failing: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) =>
      method === 'POST' ? Response.json({ code: 'unavailable', message: '' }, { status: 503 }) : undefined;
  }),
  play: async ({ canvasElement }) => {
    await userEvent.type(await nameField(canvasElement), 'Fjord Freight');
    await userEvent.click(submit(canvasElement));
    await screen(canvasElement).findByRole('alert', undefined, { timeout: 8000 });
    await expect(await nameField(canvasElement)).toHaveValue('Fjord Freight');
  },
};

/** On the way: the button says so, and a second press does nothing. */
export const Slow: Story = {
  ...backend((started) => {
    started.intercept = ({ method }) => (method === 'POST' ? new Promise(() => undefined) : undefined);
  }),
  play: async ({ canvasElement }) => {
    await userEvent.type(await nameField(canvasElement), 'Fjord Freight');
    await userEvent.click(submit(canvasElement));
    await waitFor(() => expect(submit(canvasElement)).toHaveAttribute('aria-busy', 'true'));
  },
};

export const Dark: Story = {
  args: { colorScheme: 'dark' },
  play: ({ canvasElement }) => nameField(canvasElement).then(),
};

/** In Arabic. */
export const RightToLeft: Story = {
  args: { language: 'ar', direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('textbox', { name: 'الاسم' }, { timeout: 5000 });
  },
};

export const Narrow: Story = {
  args: { inlineSize: '320px', language: 'de', term: 'workspace' },
  play: async ({ canvasElement }) => {
    await screen(canvasElement).findByRole('button', { name: 'Arbeitsbereich erstellen' }, { timeout: 5000 });
  },
};

/** Shown, not used. */
export const Readonly: Story = {
  args: { readonly: true },
  play: async ({ canvasElement }) => {
    await expect(await nameField(canvasElement)).toHaveAttribute('readonly');
    await expect(submit(canvasElement)).toHaveAttribute('aria-disabled', 'true');
  },
};
