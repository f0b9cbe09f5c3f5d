import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** A project with what people install, the packed tarball. It finds the frameworks in the folder that it is in. */
let project: string;
beforeAll(async () => {
  project = mkdtempSync(`${root}node_modules/.consumer-`);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: root,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['xzf', filename], { cwd: project });
  mkdirSync(join(project, 'node_modules'));
  cpSync(join(project, 'package'), join(project, 'node_modules/orgkit'), { recursive: true });
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

/** `@ts-expect-error` is itself an error where the compiler accepts the line. */
const files: Readonly<Record<string, string>> = {
  'plain.ts': `
    import type {} from 'orgkit/define';
    import type {} from 'orgkit/define/org-switcher';
    import type { OrgProvider } from 'orgkit';
    import { de } from 'orgkit/locales/de';
    import { createOrgHandler } from 'orgkit/server';
    import { toNodeHandler } from 'orgkit/server/node';
    import { createSandbox } from 'orgkit/sandbox';
    import 'orgkit/ssr.css';

    const provider: OrgProvider | null = document.querySelector('org-provider');
    console.log(provider?.endpoint, de, toNodeHandler, createOrgHandler, createSandbox);
    provider?.addEventListener('org-change', ({ detail }) => detail.organizationId);
    document.addEventListener('org-error', ({ detail }) => detail.code);
    // @ts-expect-error
    document.addEventListener('org-error', ({ detail }) => detail.organizationId);
    // @ts-expect-error
    document.createElement('org-switcher').compact = 'yes';
  `,
  'react.tsx': `
    import { useRef } from 'react';
    import type { OrgProvider as Provider } from 'orgkit';
    import { OrgProvider, OrgSwitcher } from 'orgkit/react';
    import type {} from 'orgkit/jsx';

    export function App() {
      const ref = useRef<Provider>(null);
      return (
        <OrgProvider
          ref={ref}
          endpoint="/orgkit"
          organizationId={null}
          onOrgChange={({ detail }) => detail.organizationId}
          onOrgMemberRemove={({ detail }) => detail.members}
        >
          <OrgSwitcher compact className="x" onClick={(event) => event.currentTarget.open} />
          {/* @ts-expect-error */}
          <OrgSwitcher placement="nowhere" />
          {/* @ts-expect-error */}
          <OrgSwitcher onOrgMemberRemove={() => undefined} />
          <org-switcher with-create placement="top-start" />
          {/* @ts-expect-error */}
          <org-switcher placement="nowhere" />
          <org-provider
            ref={ref}
            onorg-change={({ detail }) => detail.organizationId}
            onorg-member-remove={({ detail }) => detail.members}
          />
        </OrgProvider>
      );
    }
  `,
  'solid.tsx': `
    /** @jsxImportSource solid-js */
    import { createSignal } from 'solid-js';
    import type {} from 'orgkit/jsx';

    export const App = () => {
      const [id, setId] = createSignal<string | null>(null);
      return (
        <org-provider
          endpoint="/orgkit"
          prop:getToken={async () => id() ?? undefined}
          on:org-change={({ detail }) => setId(detail.organizationId)}
          on:org-member-remove={({ detail }) => detail.members}
        >
          <org-switcher attr:with-create />
          {/* @ts-expect-error */}
          <org-switcher placement="nowhere" />
          {/* @ts-expect-error */}
          <org-switcher prop:compact="yes" />
        </org-provider>
      );
    };
  `,
  'svelte.ts': `
    import type { SvelteHTMLElements } from 'svelte/elements';
    import type {} from 'orgkit/svelte';

    const switcher: SvelteHTMLElements['org-switcher'] = {
      'with-create': true,
      'onorg-change': ({ detail }) => detail.organizationId,
      // @ts-expect-error
      placement: 'nowhere',
    };
    const provider: SvelteHTMLElements['org-provider'] = {
      'onorg-change': ({ detail }) => detail.organizationId,
      'onorg-member-remove': ({ detail }) => detail.members,
    };
    console.log(switcher, provider);
  `,
  'App.vue': `
    <script setup lang="ts">
    import { ref } from 'vue';
    import { OrgProvider, OrgSwitcher } from 'orgkit/vue';

    const organizationId = ref<string | null>();
    const number = ref(1);
    const element = ref<import('orgkit').OrgSwitcher | null>(null);
    </script>
    <template>
      <OrgProvider v-model:organization-id="organizationId" endpoint="/orgkit">
        <OrgSwitcher
          ref="element"
          key="switcher"
          with-create
          @org-change="organizationId = $event.detail.organizationId"
        />
        <p slot="signed-out">Signed out</p>
        <!-- @vue-expect-error -->
        <OrgProvider v-model:organization-id="number" />
        <!-- @vue-expect-error -->
        <OrgSwitcher :placement="number" />
        <!-- @vue-expect-error -->
        <org-switcher :placement="number" />
        <!-- @vue-expect-error -->
        <OrgSwitcher @org-change="number = $event.detail.organizationId" />
      </OrgProvider>
    </template>
  `,
};

/** In a program of its own: what another file imports would be known here too. */
const CLASSES_ALONE = `
  import type { Member } from 'orgkit';

  const provider = document.querySelector('org-provider');
  provider?.addEventListener('org-change', ({ detail }) => detail.organizationId);
  export const can = (_: Member) => provider?.can('invite:member');
`;

/** The code of a document in one language, in its order. */
const codeOf = (document: string, language: string): string[] =>
  [
    ...readFileSync(root + document, 'utf8').matchAll(
      new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'),
    ),
  ].map(([, code = '']) => code);

/** What people copy, with what it says that a page has. */
function documented(): Record<string, string> {
  const [react = '', logto = '', solid = ''] = codeOf('docs/frameworks.md', 'tsx');
  const [vue = ''] = codeOf('docs/frameworks.md', 'vue');
  const [backend = ''] = codeOf('docs/backend.md', 'ts');
  return {
    'documented/react.tsx': react,
    'documented/logto.tsx': logto,
    'documented/solid.tsx': `/** @jsxImportSource solid-js */\n${solid}`,
    'documented/App.vue': vue,
    'documented/backend.ts': backend,
    'documented/tokens.ts': `
      import type { GetToken } from 'orgkit';
      export const getToken: GetToken = async () => null;
    `,
    'documented/logto-react.d.ts': `
      declare module '@logto/react' {
        export const useLogto: () => {
          readonly isAuthenticated: boolean;
          readonly isLoading: boolean;
          readonly getAccessToken: (resource?: string, organizationId?: string) => Promise<string | undefined>;
          readonly getOrganizationToken: (organizationId: string) => Promise<string | undefined>;
          readonly clearAccessToken: () => Promise<void>;
        };
      }
    `,
  };
}

/** Says that the types are indeed those of 18: of 19, they know no `use`. */
const REACT_18 = `
  // @ts-expect-error
  export { use } from 'react';
`;

/** What the compiler complains about. It reads the kit's declarations too: nothing is skipped. */
async function complaints(
  resolution: string,
  sources: Readonly<Record<string, string>> = files,
  paths: Readonly<Record<string, readonly [string]>> = {},
): Promise<string> {
  const folder = mkdtempSync(join(project, 'src-'));
  mkdirSync(join(folder, 'documented'));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    jsx: 'react-jsx',
    module: resolution === 'bundler' ? 'esnext' : resolution,
    moduleResolution: resolution,
    paths,
  };
  const vueCompilerOptions = { strictTemplates: true };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['**/*'], vueCompilerOptions }),
  );
  const args = [`${root}node_modules/vue-tsc/bin/vue-tsc.js`, '--project', folder];
  return run(process.execPath, args).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe('a strict project with React, Vue, Svelte and Solid compiles, and what is wrong is refused', () => {
  it.concurrent(
    'with moduleResolution node16',
    async () => expect(await complaints('node16')).toBe(''),
    120_000,
  );

  it.concurrent(
    'with moduleResolution bundler, and so does what the documents show',
    async () => {
      const shown = documented();
      expect(Object.entries(shown).filter(([, text]) => text === '')).toEqual([]);
      expect(await complaints('bundler', { ...files, ...shown })).toBe('');
    },
    120_000,
  );

  it.concurrent(
    'that imports the classes alone and gets the tags by their names',
    async () => expect(await complaints('bundler', { 'classes.ts': CLASSES_ALONE })).toBe(''),
    120_000,
  );

  it.concurrent(
    'with the types of React 18',
    async () => {
      const paths = {
        react: [`${root}node_modules/@types/react-18/index.d.ts`] as const,
        'react/*': [`${root}node_modules/@types/react-18/*`] as const,
      };
      const react = { 'react.tsx': files['react.tsx'] ?? '', 'version.ts': REACT_18 };
      expect(await complaints('bundler', react, paths)).toBe('');
    },
    120_000,
  );
});
