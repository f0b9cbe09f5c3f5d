import type { CheckGroup } from '../check.js';
import type { TenantSubject } from '../tenant.js';
import { page } from './application.js';
import { mail } from './mail.js';
import { template } from './template.js';

const access: CheckGroup<TenantSubject> = {
  title: 'Management API',
  checks: [
    {
      id: 'tenant/access',
      rule: 'The machine-to-machine application gets into the Management API',
      run: (subject) => subject.read(),
    },
  ],
};

/** Everything that `orgkit doctor --logto` looks at. The first reads the tenant; the others only look at it. */
export const tenantChecks: readonly CheckGroup<TenantSubject>[] = [access, template, page, mail];
