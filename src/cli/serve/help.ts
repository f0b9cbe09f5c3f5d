import { SECRET_FILES, VARIABLES } from './variables.js';

const row = (name: string, summary: string): string => `  ${name.padEnd(43)}${summary}`;

/** `orgkit serve --help`. */
export const serveHelp = (): string => `Usage: orgkit serve [options]

Runs the backend as a process. Says where it listens in a line of JSON, and stops at SIGTERM or SIGINT: requests in
flight finish, new ones are refused. /health says that the process lives, /ready that Logto gives keys and a token.

  --host HOST           the address to listen at
  --port PORT           the port; 0 picks a free one
  --metrics-port PORT   a port of its own for Prometheus' /metrics
  --config FILE         settings from a JSON file: the options of createOrgHandler, and "serve"
  --env-file FILE       variables from a file with lines like NAME=value
  --print-config        print every setting, without the secret, and end
  --help                this text

Options come before the environment, the environment before --env-file, and both before --config. Lists are separated
by commas; an empty variable is none. A wrong setting is named, and the exit status is 2.

${VARIABLES.map(({ name, summary }) => row(name, summary)).join('\n')}
${Object.entries(SECRET_FILES)
  .map(([file, name]) => row(file, `a file with it, instead of ${name}`))
  .join('\n')}
`;
