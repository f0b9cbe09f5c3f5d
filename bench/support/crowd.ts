import { AnswerLog, codeOf, type Answer } from '../../src/cli/doctor/answers.js';
import { exchange } from '../../src/cli/doctor/http.js';
import { stepOf, type Step } from './operations.js';
import type { Person } from './organizations.js';

/** Not all in the same instant: a network would not deliver them so either. */
const ARRIVAL_MS = 1_000;
/** Kinds of mistakes that are told. */
const TOLD = 20;

export interface Client {
  readonly person: Person;
  readonly token: string;
  /** Address of the backend that this client asks. */
  readonly base: string;
}

/** Everything that a crowd was answered. */
export class Tally {
  /** Holds each answer against the contract. */
  readonly log = new AnswerLog();
  readonly successes = new Map<string, number>();
  readonly refusals = new Map<string, number>();
  /** What was wrong, and how often. */
  readonly wrong = new Map<string, number>();
  answers = 0;
  /** Answers that came while the time ran; the rest of them only finished what was begun. */
  inTime = 0;

  note(step: Step, answer: Answer): void {
    const { operation } = step.route;
    this.answers += 1;
    this.log.note(step.route, answer);
    const code = codeOf(answer);
    if (code !== undefined) {
      add(this.refusals, code);
      if (!step.refusals.includes(code)) add(this.wrong, `${operation}: ${answer.status} ${code}`);
    } else if (answer.status === step.route.status) {
      add(this.successes, operation);
      if (step.isForbidden) add(this.wrong, `${operation}: done for somebody without the permission`);
      if (!step.isRight(answer.body)) add(this.wrong, `${operation}: not what was asked for`);
    } else add(this.wrong, `${operation}: ${answer.status} without a code of the list`);
  }

  noAnswer(step: Step, error: unknown): void {
    add(this.wrong, `${step.route.operation}: no answer (${String(error)})`);
  }

  /** All mistakes in words; none when every answer was a right one or a listed error. */
  mistakes(): string[] {
    const broken = [...this.log.operations.values(), ...this.log.flaws.values()].flatMap((set) => [...set]);
    const wrong = [...this.wrong].map(([what, times]) => `${times} × ${what}`);
    return [...wrong, ...broken].slice(0, TOLD);
  }
}

/** Each client asks again as soon as it was answered, until the time is up; then those on their way are awaited. */
export const gather = async (clients: readonly Client[], milliseconds: number): Promise<Tally> => {
  const tally = new Tally();
  const end = performance.now() + milliseconds;
  await Promise.all(
    clients.map(async (client, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index / clients.length) * ARRIVAL_MS));
      for (let round = 0; performance.now() < end; round += 1) {
        const step = stepOf(client.person, index, round);
        try {
          tally.note(step, await ask(client, step));
        } catch (error) {
          // Nobody is there: this client leaves, instead of asking ever faster.
          tally.noAnswer(step, error);
          return;
        }
        if (performance.now() < end) tally.inTime += 1;
      }
    }),
  );
  return tally;
};

const ask = async ({ base, token }: Client, { route, path, body }: Step): Promise<Answer> => {
  const { origin, pathname } = new URL(base);
  const answer = await exchange(origin, {
    method: route.method,
    path: `${pathname}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // Without the ids: of a mistake that happens to everybody one line is enough.
  return { ...answer, request: `${route.method} ${route.path}`, body: parsed(answer.text) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};
