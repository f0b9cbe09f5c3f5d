import type { Result } from './check.js';
import type { Cleanup } from './left-behind.js';

const SIGNS = { kept: '✓', broken: '✗', unchecked: '–' } as const;

const indented = (text: string): string[] => text.split('\n').map((line) => `      ${line}`);

/** Writes results as they come, each group under its title. */
export const textReporter = (write: (text: string) => void): ((result: Result) => void) => {
  let current: string | undefined;
  return ({ group, id, rule, verdict, reason, advice, link }) => {
    const lines = group === current ? [] : ['', group];
    current = group;
    lines.push(`  ${SIGNS[verdict]} ${rule}${verdict === 'kept' ? '' : `  [${id}]`}`);
    if (reason !== undefined)
      lines.push(...indented(verdict === 'broken' ? reason : `not checked: ${reason}`));
    if (advice !== undefined) lines.push(...indented(`→ ${advice}`));
    if (link !== undefined) lines.push(...indented(link));
    write(`${lines.join('\n')}\n`);
  };
};

/** The last lines: how many of each, and what is broken once more. */
export const summary = (results: readonly Result[]): string => {
  const count = (verdict: Result['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const broken = results.filter(({ verdict }) => verdict === 'broken').map(({ id }) => id);
  const numbers = `${count('kept')} kept, ${broken.length} broken, ${count('unchecked')} not checked`;
  return `\n${numbers}${broken.length > 0 ? `\nbroken: ${broken.join(', ')}` : ''}\n`;
};

/** What was taken away again, and by name what was not. */
export const cleanupText = ({ removed, left }: Cleanup): string => {
  const lines = removed.length > 0 ? [`Removed again: ${counted(removed)}.`] : [];
  if (left.length > 0) lines.push('LEFT BEHIND, to be removed in the Console of Logto:');
  for (const { kind, id, name } of left) lines.push(`  ${kind} ${id} (${name})`);
  return lines.map((line) => `${line}\n`).join('');
};

const counted = (made: Cleanup['removed']): string =>
  (['organization', 'account', 'role'] as const)
    .map((kind) => [made.filter((one) => one.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}${count === 1 ? '' : 's'}`)
    .join(', ');
