import { expect } from '@open-wc/testing';
import { skipWithout } from './browser-settings.js';
import { openPage, until, untilState, type Page } from './org-provider-page.js';

const remember = async (kind: 'browser' | 'tab' | 'url' | 'none'): Promise<Page> => {
  const page = await openPage({ attributes: { remember: kind, 'app-id': 'memory' } });
  await untilState(page, 'ready');
  return page;
};

const again = async (page: Page): Promise<string | null> => {
  const kind = page.provider.remember;
  page.root.remove();
  return (await remember(kind)).provider.organizationId;
};

describe('where the current organization is remembered', () => {
  const address = location.href;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  afterEach(() => {
    history.replaceState(null, '', address);
    localStorage.clear();
    sessionStorage.clear();
  });

  for (const kind of ['browser', 'tab', 'url'] as const) {
    it(`${kind}: the next page begins with it`, async () => {
      const page = await remember(kind);
      page.provider.organizationId = 'kestrel';
      expect(await again(page)).to.equal('kestrel');
    });

    it(`${kind}: the personal row too`, async () => {
      const page = await remember(kind);
      page.provider.organizationId = null;
      expect(await again(page)).to.equal(null);
    });
  }

  it('none: the next page begins with the first one, and nothing is stored', async () => {
    const page = await remember('none');
    const first = page.provider.organizationId;
    page.provider.organizationId = first === 'kestrel' ? 'halden' : 'kestrel';
    expect(await again(page)).to.equal(first);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('tab: is no other tab’s business', async () => {
    const page = await remember('tab');
    page.provider.organizationId = 'kestrel';
    expect(localStorage.getItem('orgkit:memory:organization')).to.equal(null);
  });

  it('url: is in the address, keeps the rest of it, and follows back and forward', async () => {
    history.replaceState({ router: 1 }, '', '?view=list#top');
    const page = await remember('url');
    const first = page.provider.organizationId;
    const next = first === 'kestrel' ? 'halden' : 'kestrel';
    expect(location.search).to.equal(`?view=list&organization=${first}`);
    page.provider.organizationId = next;
    expect(location.search).to.equal(`?view=list&organization=${next}`);
    expect(location.hash).to.equal('#top');
    // Not `history.length`: a browser keeps 50 entries, and the files before this one may have made as many.
    history.back();
    await until(() => page.provider.organizationId === first, 'did not follow back');
    expect(page.log).to.include(
      `org-change {"organizationId":"${first}","previousOrganizationId":"${next}"}`,
    );
    history.forward();
    await until(() => page.provider.organizationId === next, 'did not follow forward');
  });

  it('url: follows a router that changes the address itself, and never to a foreign one', async () => {
    skipWithout(globalThis.navigation);
    const page = await remember('url');
    history.pushState(null, '', '?organization=kestrel');
    await until(() => page.provider.organizationId === 'kestrel', 'did not follow the router');
    history.pushState(null, '', '?organization=aoba');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.provider.organizationId).to.equal('kestrel');
  });

  it('puts a refused switch back as it was', async () => {
    history.replaceState(null, '', '?organization=northwind');
    const page = await openPage({
      userId: 'sam',
      attributes: { remember: 'url', 'app-id': 'memory' },
    });
    await untilState(page, 'ready');
    page.provider.organizationId = 'kestrel';
    await until(() => page.probe.consumer.value?.refusal, 'no refusal');
    expect(new URL(location.href).searchParams.get('organization')).to.equal('northwind');
    expect(page.probe.consumer.value?.recent).to.not.include('kestrel');
  });

  it('survives a storage that holds nonsense', async () => {
    localStorage.setItem('orgkit:memory:organization', 'no such organization');
    localStorage.setItem('orgkit:memory:recent', '{"not":"a list"');
    const page = await remember('browser');
    expect(page.provider.organizationId).to.be.a('string');
    expect(page.probe.consumer.value?.recent).to.have.length(1);
  });
});
