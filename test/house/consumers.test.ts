import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What people install: the packed tarball, in a project beside whose packages it finds its own. */
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
  for (const name of ['react', 'vue', 'svelte', 'solid-js', '@types'])
    symlinkSync(`${root}node_modules/${name}`, join(project, 'node_modules', name));
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

const files = {
  'plain.ts': `
    import type {} from 'orgkit/define';
    import type {} from 'orgkit/define/org-switcher';
    import type {} from 'orgkit/locales/de';
    import type { OrgProvider } from 'orgkit';
    import { createOrgHandler } from 'orgkit/server';
    import { toNodeHandler } from 'orgkit/server/node';

    const provider: OrgProvider | null = document.querySelector('org-provider');
    console.log(provider?.endpoint, toNodeHandler, createOrgHandler);
    provider?.addEventListener('org-change', ({ detail }) => detail.organizationId);
    document.addEventListener('org-error', ({ detail }) => detail.code);
    // @ts-expect-error
    document.addEventListener('org-error', ({ detail }) => detail.organizationId);
  `,
  'react.tsx': `
    import { useRef } from 'react';
    import type { OrgProvider as Provider } from 'orgkit';
    import { OrgProvider, OrgSwitcher } from 'orgkit/react';

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
        </OrgProvider>
      );
    }
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
    console.log(switcher);
  `,
  'vue.ts': `
    import type { GlobalComponents } from 'vue';
    import { OrgProvider, type OrgProviderProps } from 'orgkit/vue';

    const props: OrgProviderProps = {
      endpoint: '/orgkit',
      organizationId: null,
      'onUpdate:organizationId': (organizationId) => organizationId?.length,
      onOrgChange: ({ detail }) => detail.organizationId,
      // @ts-expect-error
      remember: 'nowhere',
    };
    const tag: GlobalComponents['org-provider'] = OrgProvider;
    console.log(props, tag);
  `,
  'App.vue': `
    <script setup lang="ts">
    import { ref } from 'vue';
    import { OrgProvider, OrgSwitcher } from 'orgkit/vue';

    const organizationId = ref<string | null>();
    const number = ref(1);
    </script>
    <template>
      <OrgProvider v-model:organization-id="organizationId" endpoint="/orgkit">
        <OrgSwitcher with-create @org-change="organizationId = $event.detail.organizationId" />
        <!-- @vue-expect-error -->
        <OrgSwitcher :placement="number" />
        <!-- @vue-expect-error -->
        <org-switcher :placement="number" />
      </OrgProvider>
    </template>
  `,
};

const solid = `
  import type {} from 'orgkit/jsx';

  export const App = () => (
    <org-provider endpoint="/orgkit" on:org-change={({ detail }) => detail.organizationId}>
      <org-switcher withCreate />
      {/* @ts-expect-error */}
      <org-switcher placement="nowhere" />
    </org-provider>
  );
`;

/** What the compiler complains about in a project with these files. */
async function complaints(
  resolution: string,
  sources: Readonly<Record<string, string>>,
  compiler: string,
  options = {},
): Promise<string> {
  const folder = mkdtempSync(join(project, 'src-'));
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
    ...options,
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*'] }));
  const args = [`${root}node_modules/${compiler}`, '--project', folder];
  return run(process.execPath, args).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

describe.each(['node16', 'bundler'])('a strict project with moduleResolution %s', (resolution) => {
  it('compiles with everything, and refuses what is wrong', async () => {
    expect(await complaints(resolution, files, 'vue-tsc/bin/vue-tsc.js')).toBe('');
  }, 120_000);

  it('compiles with Solid', async () => {
    const options = { jsx: 'preserve', jsxImportSource: 'solid-js' };
    expect(await complaints(resolution, { 'solid.tsx': solid }, 'typescript/bin/tsc', options)).toBe('');
  }, 120_000);
});
