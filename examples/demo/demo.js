// What an application does with the kit: it shows its pages, hears that the organization has changed, asks for tokens.
import { decode, showClaims } from '/claims.js';

const provider = document.querySelector('org-provider');
const main = document.querySelector('main');
const pages = [...document.querySelectorAll('template[data-page]')];

/** Puts the page of the address into the document. */
function show() {
  // The provider is at work on the way back from the sign-in; it cleans the address, or goes on to where that began.
  const path = location.pathname === '/callback' ? '/' : location.pathname;
  const page = pages.find((template) => template.dataset.page === path) ?? pages[0];
  document.title = `${page.dataset.title} · Harbor`;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === page.dataset.page) link.ariaCurrent = 'page';
    else link.ariaCurrent = null;
  }
  // Only there may an organization be opened that is none of the person's own.
  provider.toggleAttribute('operator', page.dataset.page === '/directory');
  const content = page.content.cloneNode(true);
  if (page.dataset.signedOut) content.querySelector('h1').after(signedOut(page.dataset.signedOut));
  main.replaceChildren(content);
  showClaims(provider);
}

/** What a page says to whoever is signed out; the style sheet then hides what comes after it. */
function signedOut(text) {
  const section = document.querySelector('#signed-out').content.cloneNode(true);
  section.querySelector('p').textContent = text;
  return section;
}

/** The directory is for operators, who have a scope of their own. That hides a link and no more: the backend decides. */
async function offerDirectory() {
  const link = document.querySelector('nav a[href="/directory"]');
  try {
    const { scope = '' } = provider.state === 'ready' ? decode(await provider.accessToken()) : {};
    link.hidden = !scope.split(' ').includes('manage:organizations');
  } catch {
    link.hidden = true;
  }
}
provider.addEventListener('org-state-change', offerDirectory);

// Links inside the application change the page without a reload: what the elements know stays known.
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  if (!pages.some((template) => template.dataset.page === link.pathname)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
});
addEventListener('popstate', show);

for (const name of ['org-state-change', 'org-change', 'org-permissions-change']) {
  provider.addEventListener(name, () => showClaims(provider));
}

show();
