const NAMES = ['jti', 'sub', 'iat', 'exp', 'scope', 'client_id', 'iss', 'aud'];

let last = 0;

/** Shows what the current token says, on the page that has a place for it. */
export async function showClaims(provider) {
  const section = document.querySelector('#claims');
  if (!section) return;
  const note = section.querySelector('#claims-note');
  const table = section.querySelector('table');
  // Before somebody has signed in: what there will be.
  if (table.rows.length === 0) table.replaceChildren(...NAMES.map((name) => row([name, '–'])));
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
export function decode(token) {
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
