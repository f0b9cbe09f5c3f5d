import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { waitFor } from 'storybook/test';
import '../../src/define/org-provider.js';
import '../../src/locales/ar.js';
import '../../src/locales/de.js';
import type { SandboxOptions } from '../../src/sandbox/sandbox.js';
import type { OrgHandlerOptions } from '../../src/server/options.js';
import { startInPageBackend, type InPageBackend } from './in-page-backend.js';

/** What every story can set: the page around the element. */
export interface PageArgs {
  /** Who is signed in: an account of the sandbox's demo. */
  userId: string;
  /** Nobody is. */
  signedOut?: boolean;
  /** The id of the organization to begin with. */
  current: string;
  language: string;
  direction?: 'rtl';
  colorScheme?: 'dark';
  term?: string;
  /** The page is one for operators. */
  operator?: boolean;
  /** Of the page, in CSS units; by default that of the canvas. */
  inlineSize?: string;
}

export const pageArgs: PageArgs = { userId: 'ada', current: 'northwind', language: 'en' };

export interface Loaded {
  readonly backend: InPageBackend;
}

/** Each story has a sandbox and a backend of its own. Spread it into a story or a meta. */
export function backend(
  prepare: (backend: InPageBackend) => unknown = () => undefined,
  options?: Partial<SandboxOptions>,
  handlerOptions?: Partial<OrgHandlerOptions>,
): { readonly loaders: (() => Promise<Loaded>)[] } {
  return {
    loaders: [
      async () => {
        const started = await startInPageBackend(options, handlerOptions);
        await prepare(started);
        return { backend: started };
      },
    ],
  };
}

/** A page with a provider, in the language, direction and colours that the story asks for. */
export function storyPage(args: PageArgs, loaded: Partial<Loaded>, content: TemplateResult): TemplateResult {
  const started = loaded.backend;
  return html`<div
    lang=${args.language}
    dir=${ifDefined(args.direction)}
    data-org-term=${ifDefined(args.term)}
    style="min-block-size: 34rem; padding: 1rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; color-scheme: ${
      args.colorScheme ?? 'inherit'
    }; inline-size: ${args.inlineSize ?? 'auto'}; box-sizing: border-box"
  >
    <org-provider
      endpoint=${started?.endpoint ?? ''}
      .getToken=${args.signedOut ? () => Promise.resolve(null) : started?.getTokenOf(args.userId)}
      organization-id=${args.current}
      remember="none"
      ?operator=${args.operator === true}
      >${content}</org-provider
    >
  </div>`;
}

/** What fades in has less contrast while it does, which axe would report: for `afterEach` of a meta. */
export async function settleFades({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const elements = [...canvasElement.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('org-'),
  );
  const running = (): CSSTransition[] =>
    elements
      .flatMap((element) => element.shadowRoot?.getAnimations() ?? [])
      .filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(running().map(({ finished }) => finished));
  await waitFor(() => running().length === 0);
}
