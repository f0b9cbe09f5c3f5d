import { createElement as h, StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app.mjs';

async function getToken({ organizationId }) {
  const answer = await fetch(`/token?organization=${organizationId ?? ''}`);
  return answer.text();
}

const app = h(StrictMode, null, h(App, { getToken }));
const container = document.getElementById('root');
if (container.hasChildNodes()) hydrateRoot(container, app);
else createRoot(container).render(app);
