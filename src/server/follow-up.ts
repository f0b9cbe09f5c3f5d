import { errorStatus } from '../contract/errors.js';
import type { AuditRecord } from './audit.js';
import type { Progress } from './execute.js';
import type { HookCall } from './hooks.js';
import { Refusal, unavailable } from './refusal.js';
import type { Route } from './route.js';
import type { Settings } from './settings.js';
import { within } from './within.js';

const hookCall = (
  route: Route,
  requestId: string,
  params: Readonly<Record<string, string>>,
  { identity, input }: Progress,
): HookCall => ({
  operation: route.operation,
  requestId,
  userId: identity?.userId ?? '',
  organizationId: params.organizationId,
  params,
  input,
});

/** The host's word before a change. @throws Refusal the host's own, or `unavailable` when the hook fails or hangs */
export const beforeChange = async (
  { hooks, log }: Settings,
  route: Route,
  requestId: string,
  params: Readonly<Record<string, string>>,
  progress: Progress,
): Promise<void> => {
  const { before, timeoutMs } = hooks;
  if (!before) return;
  let answer;
  try {
    answer = await within(timeoutMs, async () => before(hookCall(route, requestId, params, progress)));
  } catch (error) {
    log({
      level: 'error',
      message: 'hooks.before failed',
      requestId,
      operation: route.operation,
      cause: error,
    });
    // A hook that may refuse and cannot be asked has not agreed.
    throw unavailable('The change could not be checked.', error);
  }
  if (!answer) return;
  // A hook in plain JavaScript may return anything; whatever it is, it is a refusal.
  const code = Object.hasOwn(errorStatus, answer.code) ? answer.code : 'forbidden';
  throw new Refusal(code, answer.message, { details: answer.details });
};

/** Tells the audit trail and the host how it ended. Never throws: the change has happened, or not, already. */
export const afterChange = async (
  { hooks, onAudit, log }: Settings,
  route: Route,
  requestId: string,
  progress: Progress,
  refusal: Refusal | undefined,
): Promise<void> => {
  const { identity, actor, target } = progress;
  // Without a person there is nobody to name; the log has the refusal.
  if (!identity) return;
  const outcome = !refusal ? 'done' : isFailure(refusal) ? 'failed' : 'refused';
  const { organizationId, ...rest } = target;
  const record: AuditRecord = {
    time: new Date().toISOString(),
    requestId,
    operation: route.operation,
    actor: {
      userId: identity.userId,
      clientId: identity.clientId,
      isOperator: actor?.isOperator ?? route.authorization.who === 'operator',
      ...(identity.impersonatorId !== undefined && { impersonatorId: identity.impersonatorId }),
    },
    ...(typeof organizationId === 'string' && { organizationId }),
    target: rest,
    outcome,
    ...(refusal && { code: refusal.code }),
  };
  const report = (message: string) => (error: unknown) =>
    log({ level: 'error', message, requestId, operation: route.operation, cause: error });
  await within(hooks.timeoutMs, async () => onAudit(record)).catch(report('onAudit failed'));
  const { after } = hooks;
  if (!after || !route.changes) return;
  const params = Object.fromEntries(
    Object.entries(target).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const call = hookCall(route, requestId, params, progress);
  await within(hooks.timeoutMs, async () => after(call, outcome)).catch(report('hooks.after failed'));
};

const isFailure = ({ code }: Refusal): boolean => code === 'internal' || code === 'unavailable';
