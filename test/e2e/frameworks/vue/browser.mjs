import { createApp, createSSRApp } from 'vue';
import { App } from './app.mjs';

async function getToken({ organizationId }) {
  const answer = await fetch(`/token?organization=${organizationId ?? ''}`);
  return answer.text();
}

const container = document.getElementById('root');
const create = container.hasChildNodes() ? createSSRApp : createApp;
create(App, { getToken }).mount(container);
