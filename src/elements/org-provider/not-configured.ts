import { OrgError } from '../../org-error.js';
import type { Needed } from './missing-setting.js';

const complaints: Readonly<Record<Needed, string>> = {
  endpoint: '`endpoint` must be the address of the backend',
  resource: '`resource` must be the indicator of the backend’s API resource',
  logtoEndpoint: '`logto-endpoint` must be the address of Logto; or set `client` or `getToken`',
  appId: '`app-id` must be the id of the application in Logto',
};

/** What is wrong, in words for whoever writes the page, naming the attribute. Most pages never need them. */
export const notConfigured = (setting: Needed): OrgError =>
  new OrgError('not_configured', `<org-provider>: ${complaints[setting]}`);
