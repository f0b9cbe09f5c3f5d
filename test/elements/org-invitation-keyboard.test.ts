import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/org-invitation.js';
import type { OrgInvitation } from '../../src/elements/org-invitation/org-invitation.js';
import { mount, type ElementPage } from './element-page.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

const open = async (): Promise<ElementPage<OrgInvitation>> => {
  const page = await mount<OrgInvitation>('org-invitation', {
    userId: 'noor',
    current: '',
    attributes: { 'invitation-id': 'invite-noor-northwind' },
  });
  await page.untilText('Ada Okafor invites you to join Northwind Studio');
  return page;
};

/** By Tab, from the start of the page, to what has this name. */
async function tabTo(page: ElementPage<OrgInvitation>, name: string): Promise<void> {
  const control = await page.find(name);
  for (let steps = 0; steps < 8 && page.shadow.activeElement !== control; steps += 1) await press('Tab');
  expect(page.shadow.activeElement).to.equal(control);
}

describe('<org-invitation> by keyboard', () => {
  it('is accepted, and the focus is on what it has become', async () => {
    const page = await open();
    await tabTo(page, 'Join Northwind Studio');
    await press('Enter');
    await page.untilText('Welcome to Northwind Studio');
    expect(page.shadow.activeElement).to.equal(page.query('h2'));
  });

  it('is declined after a question, which Escape takes back', async () => {
    const page = await open();
    await tabTo(page, 'Decline');
    await press('Enter');
    await page.until(() => page.dialog, 'nothing was asked');
    await press('Escape');
    await page.until(() => !page.dialog, 'Escape did not take it back');
    expect(page.shadow.activeElement).to.equal(page.control('Decline'));
    await press('Enter');
    await page.until(() => page.dialog, 'nothing was asked the second time');
    const confirm = page.query('dialog [part="confirm"]');
    for (let steps = 0; steps < 5 && page.shadow.activeElement !== confirm; steps += 1) await press('Tab');
    expect(page.shadow.activeElement).to.equal(confirm);
    await press('Enter');
    const { invitations } = page.backend.sandbox.tenant.tables;
    await page.until(
      () => invitations.get('invite-noor-northwind')?.status === 'Revoked',
      'it is still pending',
    );
  });
});
