import { Agent, get } from 'node:http';

interface Load {
  readonly url: string;
  /** Used one after the other, by all connections together. */
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
}

export interface Rate {
  /** Answers per second. */
  readonly perSecond: number;
  /** Answers per second of processor time, of the whole process: other work on the machine does not disturb it. */
  readonly perProcessorSecond: number;
}

/** Each connection asks again as soon as it was answered. @throws unless each answer is 200 */
export const drive = async ({ url, tokens, connections, milliseconds }: Load): Promise<Rate> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const before = process.cpuUsage();
  const started = performance.now();
  const end = started + milliseconds;
  let count = 0;
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      next += 1;
      await ask(url, tokens[next % tokens.length] ?? '', agent);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  return { perSecond: count / seconds, perProcessorSecond: count / ((user + system) / 1e6) };
};

const ask = (url: string, token: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${String(response.statusCode)}`)),
      );
      response.resume();
    }).on('error', reject);
  });
