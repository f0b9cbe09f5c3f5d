import { parseOptions, UsageError } from './options.js';
import { applyChanges } from './setup/apply.js';
import { requireFree, writeEnvFile } from './setup/env-file.js';
import { failureText } from './setup/failure.js';
import { makePlan, type Plan } from './setup/plan.js';
import { jsonReport, textReport, type Report } from './setup/report.js';
import { readSecret } from './setup/secret.js';
import { readSetupSettings, type SetupSettings } from './setup/settings.js';
import { connectTenant } from './setup/tenant.js';
import { tenantOptions } from './tenant-options.js';

const HELP = `Usage: orgkit setup [options]

Makes a Logto tenant ready: organization permissions and roles, the API resource, and the application's addresses
and refresh tokens. Shows what it would change; changes it with --yes. Deletes nothing, and takes nothing away.

Where (each also from the environment, under the name in brackets)
  --endpoint URL          address of Logto [LOGTO_ENDPOINT]
  --app-id ID             the single-page application [LOGTO_APP_ID]
  --resource URI          indicator of your API resource; made when it is missing [LOGTO_RESOURCE]
  --m2m-id ID             a machine-to-machine application with access to the Management API [LOGTO_M2M_ID]
  --m2m-secret-file FILE  file with its secret, - for standard input [LOGTO_M2M_SECRET_FILE; or the secret itself
                          in LOGTO_M2M_SECRET]
  --m2m-resource URI      indicator of the Management API (https://default.logto.app/api) [LOGTO_M2M_RESOURCE]
  --m2m-endpoint URL      address of the Management API, when it is another one [LOGTO_M2M_ENDPOINT]

What (the first four can be repeated)
  --redirect-uri URI      where sign-in may come back to
  --sign-out-uri URI      where sign-out may come back to
  --origin ORIGIN         a page's origin that may call Logto, and the backend of --env
  --permission KEY=NAME   another name for a permission, such as inviteMember=member:invite
  --admin-role NAME       name of the role with every permission (admin)
  --member-role NAME      name of the role of everybody else (member)
  --without-data          leave out read:data, write:data and delete:data, Logto's example

How
  --yes                   make the changes
  --env FILE              when all is made, write the environment of orgkit serve, secret included, into FILE
  --force                 replace FILE
  --console URL           address of your own Logto's Console, for links
  --json                  print one line of JSON instead
  --help                  this text
`;

/** `orgkit setup`: returns the exit status; 1 when Logto can't be reached or refuses. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = parseOptions(args, {
    ...tenantOptions,
    'redirect-uri': { type: 'string', multiple: true },
    'sign-out-uri': { type: 'string', multiple: true },
    origin: { type: 'string', multiple: true },
    permission: { type: 'string', multiple: true },
    'admin-role': { type: 'string' },
    'member-role': { type: 'string' },
    'without-data': { type: 'boolean', default: false },
    console: { type: 'string' },
    yes: { type: 'boolean', default: false },
    env: { type: 'string' },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const secret = await readSecret(options['m2m-secret-file'], process.env);
  const settings = readSetupSettings(options, process.env, secret);
  const { env, force, yes } = options;
  if (env !== undefined) await requireFree(env, force);
  try {
    const plan = await makePlan(connectTenant(settings), settings);
    const report = await carryOut(settings, plan, { env, force, yes });
    process.stdout.write(options.json ? jsonReport(report) : textReport(report));
    return report.failure === undefined ? 0 : 1;
  } catch (error) {
    const message = error instanceof UsageError ? undefined : failureText(error, settings.m2m.secret);
    if (message === undefined) throw error;
    process.stderr.write(`orgkit setup: ${message}\n`);
    return 1;
  }
};

interface Wishes {
  readonly yes: boolean;
  readonly env: string | undefined;
  readonly force: boolean;
}

const carryOut = async (
  settings: SetupSettings,
  plan: Plan,
  { yes, env, force }: Wishes,
): Promise<Report> => {
  const outcome = yes ? await applyChanges(plan.changes) : undefined;
  const isReady = outcome ? !outcome.failed : plan.changes.length === 0;
  const refused =
    outcome?.failed && (failureText(outcome.failed.error, settings.m2m.secret) ?? 'a bug of orgkit');
  // Whatever becomes of the file, the report has to tell what was changed.
  const unwritten =
    env !== undefined && isReady
      ? await writeEnvFile(env, settings, force).then(
          () => undefined,
          (error: unknown) => `can't write ${env}: ${error instanceof Error ? error.message : String(error)}`,
        )
      : undefined;
  const written = isReady && unwritten === undefined;
  return {
    settings,
    plan,
    outcome,
    failure: refused ?? unwritten,
    envFile: env === undefined ? undefined : { name: env, written },
  };
};
