/** What the page and the backend have to agree on. Without variables it is the sandbox. */
export const logto = {
  endpoint: process.env.LOGTO_ENDPOINT ?? 'http://127.0.0.1:3301',
  appId: process.env.LOGTO_APP_ID ?? 'sandbox-spa',
  resource: process.env.LOGTO_RESOURCE ?? 'https://api.orgkit.test',
};
