import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Fetch } from '../../server/options.js';

/** Seconds: from an answer out of memory to the deadline of a request. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  /** Call it when a request comes; call what it returns when it was answered. */
  request(method: string): (operation: string, status: number) => void;
  /** A fetch that counts calls to Logto. */
  counted(fetch: Fetch): Fetch;
  /** Shows whether Redis answers. */
  watchRedis(isUp: () => boolean | undefined): void;
  /** The page of Prometheus' text format. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Counters and histograms in Prometheus' form. Their labels are names of operations, never ids. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'orgkit_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'operation', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'orgkit_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'operation'],
    buckets: BUCKETS,
    registers,
  });
  const inFlight = new Gauge({
    name: 'orgkit_requests_in_flight',
    help: 'Requests not answered yet.',
    registers,
  });
  const upstream = new Histogram({
    name: 'orgkit_logto_request_duration_seconds',
    help: 'Time of a call to Logto until its headers; status is "none" without an answer.',
    labelNames: ['status'],
    buckets: BUCKETS,
    registers,
  });
  return {
    request: (method) => {
      // Anybody can make up methods; each would be a series of its own.
      const label = METHODS.has(method) ? method : 'other';
      const end = durations.startTimer({ method: label });
      inFlight.inc();
      return (operation, status) => {
        inFlight.dec();
        end({ operation });
        requests.inc({ method: label, operation, status });
      };
    },
    counted: (fetch) => async (input, init) => {
      const end = upstream.startTimer();
      let status = 'none';
      try {
        const response = await fetch(input, init);
        status = String(response.status);
        return response;
      } finally {
        end({ status });
      }
    },
    watchRedis: (isUp) => {
      new Gauge({
        name: 'orgkit_redis_up',
        help: '1 when the last command to Redis was answered, else 0.',
        registers,
        collect() {
          this.set(isUp() === true ? 1 : 0);
        },
      });
    },
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
};

const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);
