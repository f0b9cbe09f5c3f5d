import type { ErrorCode } from '../contract/errors.js';

/** What a hook is told about a change. */
export interface HookCall {
  readonly operation: string;
  readonly requestId: string;
  readonly userId: string;
  readonly organizationId: string | undefined;
  /** Ids from the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The checked body. */
  readonly input: unknown;
}

/** What `before` returns to refuse. `message` is for programmers and goes into the answer. */
export interface HookRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The host's say in changes. One that throws, or takes longer than `timeoutMs`, does no harm: see each. */
export interface Hooks {
  /** After authorization, before anything changes. Throwing or hanging refuses the change with `unavailable`. */
  readonly before?: (
    call: HookCall,
  ) => HookRefusal | undefined | void | Promise<HookRefusal | undefined | void>;
  /** After the change. Throwing or hanging is logged; the answer is the same. */
  readonly after?: (call: HookCall, outcome: 'done' | 'refused' | 'failed') => void | Promise<void>;
  /** Milliseconds; by default 2000. */
  readonly timeoutMs?: number;
}
