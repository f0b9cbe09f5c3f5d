import type { Outcome } from './apply.js';
import type { Change, Plan } from './plan.js';
import type { SetupSettings } from './settings.js';

/** How a run ended. Nothing here ever holds the secret. */
export interface Report {
  readonly settings: SetupSettings;
  readonly plan: Plan;
  /** Absent when the plan was only shown. */
  readonly outcome?: Outcome | undefined;
  /** What Logto said to the change that failed, or why the file could not be written. */
  readonly failure?: string | undefined;
  /** Whether the file was written. */
  readonly envFile?: { readonly name: string; readonly written: boolean } | undefined;
}

const SIGNS = { create: '+', add: '~' } as const;

/** The report for a person. */
export const textReport = ({ settings, plan, outcome, failure, envFile }: Report): string => {
  const { changes, byHand } = plan;
  const lines = [`Logto at ${settings.endpoint}`, ''];
  if (changes.length === 0) lines.push('Ready: there is nothing to change.');
  else if (!outcome) lines.push(`${counted(changes.length)} to make:`, ...changes.flatMap(shown));
  else {
    if (outcome.done.length > 0)
      lines.push(`${counted(outcome.done.length)} made:`, ...outcome.done.flatMap(shown));
    if (outcome.failed) lines.push('Failed:', ...shown(outcome.failed.change), `      ${failure ?? ''}`);
    if (outcome.left.length > 0) lines.push('Not made:', ...outcome.left.flatMap(shown));
  }
  if (byHand.length > 0) lines.push('', 'For you to do:');
  for (const { message, link } of byHand) lines.push(`  ! ${message}`, `    ${link}`);
  if (changes.length > 0 && !outcome) {
    lines.push(
      '',
      'Nothing was changed. Run this again with --yes to make these changes; nothing is deleted.',
    );
  }
  if (outcome?.failed) lines.push('', 'What was made stays. Run this again: it goes on from there.');
  if (envFile?.written) lines.push('', `Wrote ${envFile.name}, readable by you alone.`);
  else if (failure !== undefined && !outcome?.failed) lines.push('', `Failed: ${failure}`);
  else if (envFile) lines.push('', `${envFile.name} is written when everything is made.`);
  return `${lines.join('\n')}\n`;
};

const counted = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);

const shown = ({ action, kind, name, additions }: Change): string[] => [
  `  ${SIGNS[action]} ${kind} ${name}`,
  ...additions.map((addition) => `      + ${addition}`),
];

/** The report for a program: one line of JSON. */
export const jsonReport = ({ settings, plan, outcome, failure, envFile }: Report): string => {
  const state = (change: Change): string => {
    if (!outcome) return 'planned';
    if (outcome.failed?.change === change) return 'failed';
    return outcome.done.includes(change) ? 'done' : 'not-done';
  };
  const changes = plan.changes.map((change) => {
    const { action, kind, name, additions } = change;
    return { action, kind, name, additions, state: state(change) };
  });
  const { id, name } = plan.application;
  return `${JSON.stringify({
    endpoint: settings.endpoint,
    application: { id, name },
    changes,
    byHand: plan.byHand,
    ...(failure !== undefined && { failure }),
    ...(envFile?.written && { envFile: envFile.name }),
  })}\n`;
};
