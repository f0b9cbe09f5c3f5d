import type { Authorizer } from './authorize.js';
import type { GlobalScopes } from './global-scopes.js';
import type { Route } from './route.js';
import type { Settings } from './settings.js';
import type { TemplateSource } from './template.js';

/** What lives as long as the handler. */
export interface Services {
  /** The table that this handler answers from. */
  readonly routes: readonly Route[];
  readonly settings: Settings;
  readonly authorizer: Authorizer;
  readonly globalScopes: GlobalScopes;
  readonly templates: TemplateSource;
}
