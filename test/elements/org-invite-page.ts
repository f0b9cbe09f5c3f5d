import '../../src/define/org-invite.js';
import type { OrgInvite } from '../../src/elements/org-invite/org-invite.js';
import { mount, words, type ElementPage, type PageOptions } from './element-page.js';

export type InvitePage = ElementPage<OrgInvite>;

export async function mountInvite(options: PageOptions = {}): Promise<InvitePage> {
  const page = await mount<OrgInvite>('org-invite', options);
  const isDialog = options.attributes?.['dialog'] !== undefined;
  await page.until(() => page.control(/./), `nothing is offered: ${page.text}`);
  if (!isDialog) await page.until(() => page.query('input'), 'no field');
  return page;
}

/** Each address with what is said about it. */
export const chips = (page: InvitePage): string[] => page.all('[role="row"]').map((row) => words(row));

/** Whom the organization has invited, in Logto. */
export const invitees = ({ backend }: InvitePage, status = 'Pending'): string[] =>
  backend.sandbox.tenant.tables.invitations
    .newest()
    .filter((row) => row.organizationId === 'northwind' && row.status === status)
    .map(({ invitee }) => invitee)
    .sort();

export async function paste(page: InvitePage, text: string): Promise<void> {
  const input = page.query<HTMLInputElement>('#address');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  input?.focus();
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  // Firefox empties what its constructor is given.
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  input?.dispatchEvent(event);
  await page.until(() => chips(page).length > 0, 'nothing was taken from what was pasted');
}

/** What has the focus, by its name. */
export function focused({ shadow }: InvitePage): string | undefined {
  const { activeElement } = shadow;
  if (activeElement?.id === 'address') return 'the field';
  return activeElement ? (activeElement.getAttribute('aria-label') ?? words(activeElement)) : undefined;
}
