import { fixture, html, waitUntil } from '@open-wc/testing';
import { ContextConsumer } from '@lit/context';
import { LitElement, type TemplateResult } from 'lit';
import '../../src/define/org-provider.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { QueryController } from '../../src/controllers/query-controller.js';
import type { OrgProvider } from '../../src/elements/org-provider/org-provider.js';
import { acceptInvitation } from '../../src/store/changes/received-invitations.js';
import { orgContext } from '../../src/store/org-context.js';
import { me } from '../../src/store/queries/me.js';
import { startInPageBackend, type InPageBackend } from '../../stories/support/in-page-backend.js';

/** The smallest widget there can be: it shows the person's roles in the current organization. */
export class RolesProbe extends LitElement {
  readonly me = new QueryController(this, ({ organizationId }) => organizationId && me(organizationId));
  readonly join = new ActionController(this, 'org-before-invitation-accept', ({ store }, id: string) =>
    store.run(acceptInvitation(id)),
  );
  readonly consumer = new ContextConsumer(this, { context: orgContext, subscribe: true });

  protected override render(): TemplateResult {
    return html`<p>
      ${this.me.render({
        pending: () => html`pending`,
        error: ({ code }) => html`error ${code}`,
        complete: ({ organizationId, roles }) =>
          html`${organizationId}: ${roles.map(({ name }) => name).join(', ')}`,
      })}
    </p>`;
  }

  get text(): string {
    return this.renderRoot.textContent?.trim() ?? '';
  }
}
customElements.define('roles-probe', RolesProbe);

/** Every event of the kit that reaches the page, as `name detail`. */
export function record(root: EventTarget): string[] {
  const names = [
    'org-change',
    'org-state-change',
    'org-error',
    'org-permissions-change',
    'org-sign-in-request',
  ];
  const log: string[] = [];
  for (const name of names) {
    root.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent<{ readonly code?: string }>;
      log.push(`${name} ${detail?.code ?? JSON.stringify(detail)}`);
    });
  }
  return log;
}

export interface Page {
  readonly root: HTMLElement;
  readonly provider: OrgProvider;
  readonly probe: RolesProbe;
  readonly backend: InPageBackend;
  readonly log: string[];
}

interface Options {
  readonly userId?: string;
  readonly backend?: InPageBackend;
  readonly properties?: Partial<OrgProvider>;
  readonly attributes?: Readonly<Record<string, string>>;
}

export async function openPage(options: Options = {}): Promise<Page> {
  const { userId = 'ada', attributes = {}, properties } = options;
  const backend = options.backend ?? (await startInPageBackend());
  const root = await fixture<HTMLElement>(html`<main></main>`);
  const log = record(root);
  const provider = document.createElement('org-provider');
  const probe = new RolesProbe();
  provider.append(probe);
  Object.assign(provider, {
    endpoint: backend.endpoint,
    getToken: backend.getTokenOf(userId),
    remember: 'none',
    ...properties,
  });
  for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
  root.append(provider);
  return { root, provider, probe, backend, log };
}

export const until = (condition: () => unknown, message: string): Promise<void> =>
  waitUntil(condition, message, { timeout: 6000 });

export const untilState = ({ provider }: Page, state: string): Promise<void> =>
  until(() => provider.dataset['state'] === state, `the state never became ${state}`);
