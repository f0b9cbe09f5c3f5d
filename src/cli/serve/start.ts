import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorStatus, type ErrorBody } from '../../contract/errors.js';
import { REQUEST_ID_HEADER } from '../../contract/headers.js';
import { createOrgHandler } from '../../server/handler.js';
import { nodeFetch, toNodeHandler } from '../../server/node.js';
import { Admission } from './admission.js';
import type { Configuration } from './configuration.js';
import { startHttpServer, type Listener } from './http-server.js';
import { logLine } from './json-log.js';
import type { Metrics } from './metrics.js';
import { operationOf } from './operations.js';
import { readinessProbe } from './readiness.js';

/** Longest time for the page of metrics to be read when the process stops. */
const METRICS_STOP_SECONDS = 1;

export interface RunningBackend {
  readonly url: string;
  /** Where `/metrics` is, when it is on. */
  readonly metricsUrl: string | undefined;
  /** @returns how many requests were cut off, because they took longer than the time to stop */
  stop(): Promise<number>;
}

/** What the log says about a request beyond what Node knows of it. */
interface Note {
  requestId: string | undefined;
}

/** Starts the handler as a server of its own, with `/health` and `/ready` beside it. */
export const startBackend = async (configuration: Configuration): Promise<RunningBackend> => {
  const { settings, process: own } = configuration;
  const metrics = own.metricsPort === undefined ? undefined : (await import('./metrics.js')).createMetrics();
  // Loaded only for those who have one.
  const redis =
    own.redisUrl === undefined
      ? undefined
      : (await import('../../server/redis/index.js')).connectRedis({
          url: own.redisUrl,
          prefix: own.redisPrefix,
        });
  if (redis) metrics?.watchRedis(redis.isUp);
  const decide = createOrgHandler({
    ...configuration.handler,
    ...redis?.options,
    fetch: metrics ? metrics.counted(nodeFetch) : nodeFetch,
  });
  // Node does not tell which headers were sent, so the id for the log is noted on the way.
  const notes = new AsyncLocalStorage<Note>();
  const handler = toNodeHandler(async (request) => {
    const response = await decide(request);
    const note = notes.getStore();
    if (note) note.requestId = response.headers.get(REQUEST_ID_HEADER) ?? undefined;
    return response;
  });
  const ready = readinessProbe({ ...settings, fetch: nodeFetch }, redis);
  const admission = new Admission({ atOnce: own.requestsAtOnce, waiting: own.requestsWaiting });

  const answer: Listener = async (incoming, outgoing, isStopping) => {
    const path = incoming.url?.split('?', 1)[0] ?? '/';
    const isProbe = incoming.method === 'GET' || incoming.method === 'HEAD';
    if (isProbe && path === '/health') return sendJson(outgoing, 200, { status: 'ok' });
    if (isProbe && path === '/ready') {
      if (isStopping) return sendJson(outgoing, 503, { ready: false, stopping: true });
      const readiness = await ready();
      return sendJson(outgoing, readiness.ready ? 200 : 503, readiness);
    }
    const note: Note = { requestId: undefined };
    watch(configuration, metrics, path, note, incoming, outgoing);
    if (isStopping) return refuse(outgoing, note, 'This process is stopping.');
    if (!(await admission.enter(leaving(outgoing)))) {
      return refuse(outgoing, note, 'Too many requests are under way.');
    }
    try {
      return await notes.run(note, () => handler(incoming, outgoing));
    } finally {
      admission.leave();
    }
  };

  const running = await startHttpServer(own.host, own.port, answer).catch((error: unknown) => {
    redis?.close();
    throw error;
  });
  const metricsServer =
    metrics && own.metricsPort !== undefined
      ? await startHttpServer(own.host, own.metricsPort, metricsPage(metrics)).catch(
          async (error: unknown) => {
            await running.stop(0);
            redis?.close();
            throw error;
          },
        )
      : undefined;
  return {
    url: running.url,
    metricsUrl: metricsServer && `${metricsServer.url}/metrics`,
    stop: async () => {
      const cut = await running.stop(own.stopSeconds);
      await metricsServer?.stop(METRICS_STOP_SECONDS);
      redis?.close();
      return cut;
    },
  };
};

/** Logs and counts a request when its answer has left, or its caller. */
const watch = (
  { settings, process: { logRequests } }: Configuration,
  metrics: Metrics | undefined,
  path: string,
  note: Note,
  { method = '' }: IncomingMessage,
  outgoing: ServerResponse,
): void => {
  const since = performance.now();
  const answered = metrics?.request(method);
  outgoing.once('close', () => {
    const operation = operationOf(method, path, settings.basePath);
    // 499 is what proxies call a caller that did not wait.
    const status = outgoing.writableFinished ? outgoing.statusCode : 499;
    answered?.(operation, status);
    if (!logRequests) return;
    const ms = Math.round(performance.now() - since);
    logLine('info', 'request', {
      requestId: note.requestId,
      method,
      path,
      operation,
      status,
      ms,
    });
  });
};

const metricsPage =
  (metrics: Metrics): Listener =>
  async ({ url }, outgoing) => {
    if (url !== '/metrics') return sendJson(outgoing, 404, { message: 'There is only /metrics.' });
    const { type, text } = await metrics.page();
    outgoing.writeHead(200, { 'content-type': type }).end(text);
  };

/** Aborted when the caller has left, or was answered. */
const leaving = (outgoing: ServerResponse): AbortSignal => {
  const controller = new AbortController();
  outgoing.once('close', () => controller.abort());
  return controller.signal;
};

/** For a request that this process does not take, and the next one may. */
const refuse = (outgoing: ServerResponse, note: Note, message: string): void => {
  const requestId = crypto.randomUUID();
  note.requestId = requestId;
  const body: ErrorBody = { code: 'unavailable', message, requestId };
  outgoing.setHeader(REQUEST_ID_HEADER, requestId);
  outgoing.setHeader('retry-after', '1');
  sendJson(outgoing, errorStatus.unavailable, body);
};

const sendJson = (outgoing: ServerResponse, status: number, body: object): void => {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  outgoing.writeHead(status, headers).end(JSON.stringify(body));
};
