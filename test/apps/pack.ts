import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The kit as it would be published. */
    tarball: string;
  }
}

/** Once for all examples. Needs the build. */
export default function pack(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'orgkit-pack-'));
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  const [file = ''] = readdirSync(folder);
  project.provide('tarball', join(folder, file));
  return () => rmSync(folder, { recursive: true });
}
