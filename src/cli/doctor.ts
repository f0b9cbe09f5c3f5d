import { writeFile } from 'node:fs/promises';
import { SANDBOX_M2M } from '../sandbox/built-in.js';
import type { Result } from './doctor/check.js';
import { explain } from './doctor/explain.js';
import { junitReport } from './doctor/junit.js';
import { cleanupText, summary, textReporter } from './doctor/report.js';
import { httpAddress, mailDomain, SANDBOX_MAIL_DOMAIN, sandboxEnvironment } from './doctor/settings.js';
import { runChecks } from './doctor/run-checks.js';
import { tenantChecks } from './doctor/tenant-checks/index.js';
import { TenantSubject } from './doctor/tenant.js';
import { parseOptions, UsageError } from './options.js';
import { readSecret } from './setup/secret.js';
import { readSetupSettings, type SetupSettings } from './setup/settings.js';
import { stopSignal } from './stop-signals.js';
import { tenantOptions } from './tenant-options.js';

const HELP = `Usage: orgkit doctor --url BACKEND [options]
       orgkit doctor --logto [options]

--url tests a running backend, in whatever language it is written, against the contract: every operation and every
refusal. It makes accounts and organizations of its own in Logto, and takes them away again, also when it is stopped.
--logto reads the configuration of a tenant and tells what does not fit. It changes nothing.

What
  --url URL               address of the backend with its base path: https://app.example.com/orgkit
  --logto                 check the configuration of the tenant
  --junit FILE            write the results in the form of JUnit, too

Where Logto is (each also from the environment, under the name in brackets)
  --sandbox URL           an orgkit sandbox: nothing else is needed
  --endpoint URL          address of Logto [LOGTO_ENDPOINT]
  --app-id ID             the application of the page; for --url it needs to allow the token exchange [LOGTO_APP_ID]
  --resource URI          indicator of your API resource [LOGTO_RESOURCE]
  --m2m-id ID             a machine-to-machine application with access to the Management API [LOGTO_M2M_ID]
  --m2m-secret-file FILE  file with its secret, - for standard input [LOGTO_M2M_SECRET_FILE; or the secret itself
                          in LOGTO_M2M_SECRET]
  --m2m-resource URI      indicator of the Management API (https://default.logto.app/api) [LOGTO_M2M_RESOURCE]
  --m2m-endpoint URL      address of the Management API, when it is another one [LOGTO_M2M_ENDPOINT]
  --permission KEY=NAME   another name for a permission, such as inviteMember=member:invite; can be repeated

More for --url
  --only AREA             check this area alone, such as tokens; can be repeated
  --make-roles            add a role to the tenant for the time of the run: every organization sees it meanwhile
  --mail-domain DOMAIN    let mails be sent, to addresses of this domain
  --origin ORIGIN         a page's origin that the backend allows

More for --logto
  --redirect-uri URI      where sign-in has to be able to come back to; can be repeated
  --sign-out-uri URI      where sign-out has to; can be repeated
  --origin ORIGIN         an origin that has to be able to call Logto; can be repeated
  --requested NAME        a permission that the page asks for at sign-in, when not those of the kit; can be repeated
  --creator-role NAME     the role of who makes an organization (admin)
  --console URL           address of your own Logto's Console, for links

  --help                  this text

Status: 0 every rule that could be checked is kept, 1 one is broken, 2 wrong usage, nothing could be checked, or
something was left behind; 130 and 143 after SIGINT and SIGTERM.
`;

const OPTIONS = {
  url: { type: 'string' },
  logto: { type: 'boolean', default: false },
  junit: { type: 'string' },
  sandbox: { type: 'string' },
  ...tenantOptions,
  permission: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  'make-roles': { type: 'boolean', default: false },
  'mail-domain': { type: 'string' },
  'redirect-uri': { type: 'string', multiple: true },
  'sign-out-uri': { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  requested: { type: 'string', multiple: true },
  'creator-role': { type: 'string' },
  console: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Options = ReturnType<typeof parseOptions<typeof OPTIONS>>;

/** `orgkit doctor`: returns the exit status. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = parseOptions(args, OPTIONS);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { url, sandbox, junit } = options;
  if (url === undefined && !options.logto) throw new UsageError('expected --url BACKEND, --logto, or both');
  if (junit === '') throw new UsageError('--junit: expected the name of a file, got ""');
  const address = url === undefined ? undefined : httpAddress('url', url);
  const domain = options['mail-domain'] === undefined ? undefined : mailDomain(options['mail-domain']);
  const environment = sandbox === undefined ? process.env : sandboxEnvironment(sandbox);
  const secret =
    sandbox === undefined ? await readSecret(options['m2m-secret-file'], process.env) : SANDBOX_M2M.secret;
  const settings = readSetupSettings({ ...options, 'without-data': false }, environment, secret);

  const stop = stopper();
  const show = textReporter((text) => void process.stdout.write(text));
  const results: Result[] = [];
  const onResult = (result: Result): void => {
    results.push(result);
    show(result);
  };
  let status = 0;
  if (address !== undefined) {
    status = await testBackend(address, settings, options, domain, stop.signal, onResult);
  }
  if (options.logto && !stop.signal.aborted) await testTenant(settings, options, onResult);
  process.stdout.write(summary(results));
  if (junit !== undefined) await writeFile(junit, junitReport(results));
  if (results.some(({ verdict }) => verdict === 'broken')) status = 1;
  return stop.status() ?? status;
};

const testBackend = async (
  url: string,
  settings: SetupSettings,
  options: Options,
  domain: string | undefined,
  signal: AbortSignal,
  onResult: (result: Result) => void,
): Promise<number> => {
  const isSandbox = options.sandbox !== undefined;
  const [{ testBackend: test }, { areas }] = await Promise.all([
    import('./doctor/test-backend.js'),
    import('./doctor/checks/index.js'),
  ]);
  const { only } = options;
  const unknown = only?.find((area) => !areas.includes(area));
  if (unknown !== undefined)
    throw new UsageError(`--only: expected one of ${areas.join(', ')}, got "${unknown}"`);
  process.stdout.write(`Backend at ${url}\n`);
  const { cleanup, failure } = await test({
    url,
    logto: settings,
    signal,
    only,
    onResult,
    options: {
      resource: settings.resource,
      otherResource: settings.m2m.resource,
      permissions: settings.permissions,
      makeRoles: options['make-roles'] || isSandbox,
      isSandbox,
      mailDomain: domain ?? (isSandbox ? SANDBOX_MAIL_DOMAIN : undefined),
      origin: options.origin?.[0],
      expiredToken: process.env['ORGKIT_DOCTOR_EXPIRED_TOKEN'],
      operatorToken: process.env['ORGKIT_DOCTOR_OPERATOR_TOKEN'],
    },
  });
  process.stdout.write(`\n${cleanupText(cleanup)}`);
  if (failure !== undefined) process.stderr.write(`orgkit doctor: ${failure}\n`);
  return failure !== undefined || cleanup.left.length > 0 ? 2 : 0;
};

const testTenant = async (
  settings: SetupSettings,
  options: Options,
  onResult: (result: Result) => void,
): Promise<void> => {
  process.stdout.write(`\nLogto at ${settings.endpoint}\n`);
  const wishes = {
    requested: options.requested ?? Object.values(settings.permissions),
    creatorRole: options['creator-role'] ?? 'admin',
  };
  await runChecks(tenantChecks, new TenantSubject(settings, wishes), {
    explain: (error) => explain(error, settings.m2m.secret),
    onResult,
  });
};

/** Told to stop, the doctor ends the request that is under way, cleans up, and reports. */
const stopper = (): { readonly signal: AbortSignal; readonly status: () => number | undefined } => {
  const controller = new AbortController();
  let status: number | undefined;
  void stopSignal().then((signal) => {
    status = signal === 'SIGTERM' ? 143 : 130;
    controller.abort();
  });
  return { signal: controller.signal, status: () => status };
};
