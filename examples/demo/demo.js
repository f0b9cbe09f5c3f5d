// What an application does with the kit: it hears that the organization has changed, and asks for its token.
const provider = document.querySelector('org-provider');
const section = document.querySelector('#claims');
const note = document.querySelector('#claims-note');
const table = section.querySelector('table');

provider.addEventListener('org-state-change', showClaims);
provider.addEventListener('org-change', showClaims);
provider.addEventListener('org-permissions-change', showClaims);

// Before somebody has signed in: what there will be.
const NAMES = ['jti', 'sub', 'iat', 'exp', 'scope', 'client_id', 'iss', 'aud'];
table.replaceChildren(...NAMES.map((name) => row([name, '–'])));

let last = 0;

async function showClaims() {
  const turn = ++last;
  if (provider.state === 'error') note.textContent = `Nothing to show: ${provider.error.code}`;
  if (provider.state !== 'ready') return;
  // The provider obeys a switch right after everybody has heard of it.
  await Promise.resolve();
  const { organizationId } = provider;
  section.ariaBusy = 'true';
  try {
    const token = organizationId ? await provider.organizationToken() : await provider.accessToken();
    if (turn !== last) return;
    note.textContent = organizationId
      ? 'The token of the current organization, as your own API would get it.'
      : 'No organization is chosen: this is the token of the person alone.';
    table.replaceChildren(...Object.entries(decode(token)).map(row));
  } catch (error) {
    if (turn !== last) return;
    note.textContent = `No token: ${error.code}`;
    table.replaceChildren();
  } finally {
    if (turn === last) section.ariaBusy = 'false';
  }
}

/** Shows what a token says. An API verifies it instead: see docs/backend.md. */
function decode(token) {
  const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(
    new TextDecoder().decode(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))),
  );
}

function row([name, value]) {
  const tr = document.createElement('tr');
  const th = Object.assign(document.createElement('th'), { scope: 'row', textContent: name });
  const isTime = typeof value === 'number' && (name === 'iat' || name === 'exp');
  const text = isTime ? new Date(value * 1000).toLocaleString() : value === '' ? '(empty)' : String(value);
  tr.append(th, Object.assign(document.createElement('td'), { textContent: text }));
  return tr;
}
