import '../../src/define/org-gate.js';
import type { OrgGate } from '../../src/elements/org-gate/org-gate.js';
import { compositeKey } from '../../src/sandbox/database/table-rules.js';
import { mount, type ElementPage, type PageOptions } from './element-page.js';

const content = '<p>You may.</p><p slot="fallback">You may not.</p><p slot="pending">One moment.</p>';
const open = (options: PageOptions): Promise<ElementPage<OrgGate>> =>
  mount<OrgGate>('org-gate', { content, ...options });
const seen = ({ element }: ElementPage<OrgGate>): string =>
  [...element.querySelectorAll('p')]
    .filter((one) => one.checkVisibility())
    .map((one) => one.textContent)
    .join(' ');
const shows = (page: ElementPage<OrgGate>, text: string): Promise<void> =>
  page.until(() => seen(page) === text, `"${text}" is not what is seen, but "${seen(page)}"`);

describe('<org-gate>', () => {
  it('shows its content by permission and by role', async () => {
    await shows(await open({ attributes: { permissions: 'manage:member' } }), 'You may.');
    await shows(await open({ userId: 'sam', attributes: { permissions: 'manage:member' } }), 'You may not.');
    await shows(await open({ attributes: { roles: 'billing, admin', any: '' } }), 'You may.');
    await shows(await open({ attributes: { roles: 'billing, admin' } }), 'You may not.');
  });

  it('shows nothing to anybody without a condition', async () => {
    await shows(await open({}), 'You may not.');
  });

  it('shows the fallback in no organization', async () => {
    await shows(
      await open({ userId: 'noor', current: '', attributes: { permissions: 'read:data' } }),
      'You may not.',
    );
  });

  it('changes while somebody is looking, when the permission is lost and gained', async () => {
    const page = await open({ attributes: { permissions: 'manage:member' } });
    await shows(page, 'You may.');
    const { organizationRoleUsers } = page.backend.sandbox.tenant.tables;
    const role = { organizationId: 'northwind', userId: 'ada', organizationRoleId: 'role-admin' };
    organizationRoleUsers.delete(compositeKey('northwind', 'role-admin', 'ada'));
    await page.element.refresh();
    await shows(page, 'You may not.');
    organizationRoleUsers.insert(role);
    await page.element.refresh();
    await shows(page, 'You may.');
  });
});
