// Workers: the variables come with the first request, and the handler stays for the next ones.
import { createOrgHandler } from 'orgkit/server';

let handler;

export default {
  fetch(request, env) {
    handler ??= createOrgHandler({
      logto: {
        endpoint: env.LOGTO_ENDPOINT,
        resource: env.LOGTO_RESOURCE,
        m2m: { id: env.LOGTO_M2M_ID, secret: env.LOGTO_M2M_SECRET },
      },
      clientIds: [env.LOGTO_APP_ID],
    });
    return handler(request);
  },
};
