import '../../src/define/org-members.js';
import type { OrgMembers } from '../../src/elements/org-members/org-members.js';
import { ElementPage, mount, words, type PageOptions } from './element-page.js';

/** A table of members in a provider, on the real handler and the sandbox. */
export class MembersPage extends ElementPage<OrgMembers> {
  get rows(): HTMLElement[] {
    return this.all('tbody [role="row"]');
  }

  get names(): string[] {
    return this.rows.map((row) => words(row.querySelector('.person .name')));
  }

  row(name: string): HTMLElement {
    const row = this.rows.find((one) => words(one.querySelector('.person .name')) === name);
    if (!row) throw new Error(`No row of ${name} among ${this.names.join(', ')}.`);
    return row;
  }

  /** What can be pressed in a row, by what it is called. */
  button(row: HTMLElement, part: string): HTMLButtonElement {
    const button = row.querySelector<HTMLButtonElement>(`[part="${part}"]`);
    if (!button) throw new Error(`No ${part} in ${words(row)}.`);
    return button;
  }

  rolesOf(name: string): string[] {
    return [...this.row(name).querySelectorAll('.chips .chip')].map(words);
  }

  get popover(): HTMLElement | null {
    return this.query('.popup:popover-open');
  }

  async ready(): Promise<this> {
    await this.until(() => this.rows.length > 0, `no rows: ${this.text}`);
    return this;
  }

  /** Opens the choice of somebody's roles. */
  async editRoles(name: string): Promise<HTMLElement> {
    this.button(this.row(name), 'edit-roles').click();
    await this.until(() => this.popover?.querySelector('input'), 'the choice of roles does not open');
    return this.popover as HTMLElement;
  }

  choice(name: string): HTMLInputElement {
    const labels = [...(this.popover?.querySelectorAll('label') ?? [])];
    const label = labels.find((one) => words(one.querySelector('.name')) === name);
    return label?.querySelector('input') as HTMLInputElement;
  }

  select(name: string): void {
    this.row(name).querySelector<HTMLInputElement>('.select input')?.click();
  }

  /** Calls of the members' list so far. */
  get lists(): string[] {
    return this.backend.calls.filter((call) => /^GET .*\/members\?/.test(call));
  }
}

export async function mountMembers(options: PageOptions = {}): Promise<MembersPage> {
  const { root, element, backend } = await mount<OrgMembers>('org-members', options);
  return new MembersPage(root, element, backend);
}

/** The one organization of the sandbox's crowd, seen by its administrator. */
export const crowd = (count: number, options: PageOptions = {}): PageOptions => ({
  userId: 'member000000',
  current: 'crowd',
  ...options,
  sandbox: { seed: `members=${count}` },
});
