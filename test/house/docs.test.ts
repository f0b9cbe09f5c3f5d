import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
const pages = [...readdirSync(root), ...inFolder('docs'), ...inFolder('examples')]
  .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
  .map((file) => join(root, file));

/** As GitHub makes the ids of headings. */
const anchors = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

it('links in the documents lead to files and headings that are there', () => {
  const dead: string[] = [];
  let count = 0;
  for (const page of pages) {
    const text = readFileSync(page, 'utf8');
    for (const [, target = ''] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      count += 1;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      const isThere =
        existsSync(file) && (anchor === undefined || anchors(readFileSync(file, 'utf8')).includes(anchor));
      if (!isThere) dead.push(`${relative(root, page)}: ${target}`);
    }
  }
  expect(count).toBeGreaterThan(100);
  expect(dead).toEqual([]);
});
