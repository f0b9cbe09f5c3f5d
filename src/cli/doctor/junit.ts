import type { Result } from './check.js';

/** The results in the form of JUnit, which most CI systems show: what could not be checked is skipped, with the reason. */
export const junitReport = (results: readonly Result[]): string => {
  const groups = [...new Set(results.map(({ group }) => group))];
  const suites = groups.map((group) =>
    suite(
      group,
      results.filter((result) => result.group === group),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="orgkit doctor" ${totals(results)}>`,
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n');
};

const suite = (group: string, results: readonly Result[]): string[] => [
  `  <testsuite name="${escaped(group)}" ${totals(results)}>`,
  ...results.map(testCase),
  '  </testsuite>',
];

const totals = (results: readonly Result[]): string => {
  const count = (verdict: Result['verdict']): number =>
    results.filter((result) => result.verdict === verdict).length;
  const seconds = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const numbers = `tests="${results.length}" failures="${count('broken')}" skipped="${count('unchecked')}"`;
  return `${numbers} errors="0" time="${seconds.toFixed(3)}"`;
};

const testCase = ({ id, rule, verdict, reason = '', advice, link, milliseconds }: Result): string => {
  const attributes = `classname="${escaped(id)}" name="${escaped(rule)}" time="${(milliseconds / 1000).toFixed(3)}"`;
  if (verdict === 'kept') return `    <testcase ${attributes}/>`;
  const inner =
    verdict === 'unchecked'
      ? `<skipped message="${escaped(reason)}"/>`
      : `<failure message="${escaped(reason.split('\n')[0] ?? '')}">${escaped([reason, advice, link].filter(Boolean).join('\n'))}</failure>`;
  return `    <testcase ${attributes}>${inner}</testcase>`;
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** As text and as an attribute. What XML has no form for, such as most control characters, is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/[&<>"\n]/g, (character) => ENTITIES[character] ?? '');
