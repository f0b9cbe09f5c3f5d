import { describe, expect, it } from 'vitest';
import { breaches } from './layers.js';
import { sourceFiles } from './source-files.js';

describe('the layers', () => {
  it('are kept by every file of src/', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(20);
    expect(breaches(files)).toEqual([]);
  });

  it.each([
    ['contract/x.ts', "import { emit } from '../events.js';", 'contract must not import events'],
    ['api/x.ts', "import type { OrgStore } from '../store/org-store.js';", 'api must not import store'],
    ['store/x.ts', "import { a } from '../elements/org-list/a.js';", 'store must not import elements'],
    ['controllers/x.ts', "import { OrgApi } from '../api/org-api.js';", 'controllers must not import api'],
    [
      'elements/org-list/x.ts',
      "import { OrgStore } from '../../store/org-store.js';",
      'elements must not import store',
    ],
    ['elements/org-list/x.ts', "export * from '../../server/handler.js';", 'elements must not import server'],
    ['server/x.ts', "const x = await import('../sandbox/sandbox.js');", 'server must not import sandbox'],
    ['sandbox/x.ts', "import { y } from '../server/handler.js';", 'sandbox must not import server'],
    ['utils/x.ts', '', 'no layer called "utils"'],
    ['elements/org-list/x.ts', "const answer = await fetch('/x');", 'only api/ reaches the network (fetch)'],
    ['store/x.ts', 'export const get = globalThis.fetch;', 'only api/ reaches the network (fetch)'],
    ['elements/org-list/x.ts', "export const socket = new WebSocket('/x');", 'only api/ reaches the network'],
    [
      'server/routes/x.ts',
      "export const get = () => fetch('https://logto');",
      'only server/management* calls Logto',
    ],
    [
      'server/routes/x.ts',
      "import { createApiClient } from '@logto/api';",
      'only server/management* calls Logto',
    ],
    [
      'elements/org-list/x.ts',
      "customElements.define('org-list', OrgList);",
      'importing this module must do nothing',
    ],
    ['controllers/x.ts', "import * as v from 'valibot';", 'valibot would enter the page'],
    ['events.ts', "import { readFile } from 'node:fs';", 'node:fs would enter the page'],
  ])('would be broken by %s with `%s`', (path, text, complaint) => {
    expect(breaches([{ path, text }]).join('\n')).toContain(complaint);
  });

  it('would be broken by valibot behind a module of the contract', () => {
    const files = [
      { path: 'api/x.ts', text: "import { me } from '../contract/me.js';" },
      { path: 'contract/me.ts', text: "import * as v from 'valibot';" },
    ];
    expect(breaches(files)).toEqual(['api/x.ts -> contract/me.ts: valibot would enter the page']);
  });

  it.each([
    ['api/x.ts', "import type { Me } from '../contract/me.js'; const answer = await fetch('/x');"],
    ['elements/org-provider/x.ts', "import { OrgStore } from '../../store/org-store.js';"],
    [
      'server/management.ts',
      "import { createApiClient } from '@logto/api'; export const get = () => fetch('/x');",
    ],
    ['server/x.ts', "import type { Organization } from '@logto/api'; import * as v from 'valibot';"],
    ['elements/org-list/x.ts', "import type { OrgContextValue } from '../../store/org-context.js';"],
    ['define/x.ts', "import { OrgProvider } from '../elements/org-provider/org-provider.js';"],
    ['define/x.ts', "customElements.define('org-list', OrgList);"],
  ])('are kept by %s with `%s`', (path, text) => {
    expect(breaches([{ path, text }])).toEqual([]);
  });
});
