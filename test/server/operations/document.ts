import { format, resolveConfig } from 'prettier';
import { defaultPermissions, type PermissionKey } from '../../../src/server/permissions.js';
import type { Route } from '../../../src/server/route.js';
import type { OperationExamples } from './examples.js';

/** An operation with what was seen of it. */
export interface Measured {
  readonly route: Route;
  readonly examples: OperationExamples;
  /** Calls to the Management API. */
  readonly calls: number;
}

const INTRODUCTION = `# Operations of the backend

Written by \`test/server/operations-table.test.ts\` from what it measures: each refusal was provoked, each call counted.
After a change, \`npx vitest run test/server/operations-table -u\` writes it anew.

- **Refused by** lists what is particular to an operation. Every operation is also refused without a token, or with one
  that does not verify (\`unauthenticated\`); with input that it does not take, unknown fields included
  (\`invalid_input\`); over a limit (\`rate_limited\`); and, where \`hooks.before\` says so, by the host. Where members are
  asked for, strangers get \`not_found\`, as for an organization that does not exist, and members without the permission
  \`forbidden\`.
- A permission counts live: the token alone is not enough. Operators hold the scope that the host names, by a global role.
- **Calls** are those to Logto's Management API in steady state: token, template and the caller's roles are known where a
  read may rely on them. Changes always read them anew.
`;

export const toDocument = async (measured: readonly Measured[]): Promise<string> => {
  const rows = measured.map(({ route, examples, calls }) => [
    `\`${route.operation}\`<br>\`${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}\``,
    route.summary,
    whoMay(route),
    examples.refused.map(({ why, code }) => `${why}: \`${code}\``).join('<br>'),
    examples.size ? `${calls} (${examples.size})` : String(calls),
  ]);
  const head = ['Operation', 'What it does', 'Who may', 'Refused by', 'Calls'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const options = await resolveConfig(new URL(import.meta.url));
  return format(`${INTRODUCTION}\n${lines.join('\n')}\n`, { ...options, parser: 'markdown' });
};

const whoMay = ({ authorization }: Route): string => {
  if (authorization.who === 'anybody') return 'anybody';
  if (authorization.who === 'person') return 'whoever is signed in';
  if (authorization.who === 'operator') return 'operators';
  const { permission, membersOnly } = authorization;
  if (membersOnly) return 'members';
  if (permission === undefined) return 'members, operators';
  const keys: readonly PermissionKey[] = typeof permission === 'string' ? [permission] : permission;
  const names = keys.map((key) => `\`${defaultPermissions[key]}\``);
  return `members with ${names.join(' or ')}, operators`;
};
