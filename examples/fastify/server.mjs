// Fastify: the handler takes over the request, with its body unread.
import Fastify from 'fastify';
import { createOrgHandler } from 'orgkit/server';
import { toNodeHandler } from 'orgkit/server/node';

const handler = toNodeHandler(
  createOrgHandler({
    logto: {
      endpoint: process.env.LOGTO_ENDPOINT,
      resource: process.env.LOGTO_RESOURCE,
      m2m: { id: process.env.LOGTO_M2M_ID, secret: process.env.LOGTO_M2M_SECRET },
    },
    clientIds: [process.env.LOGTO_APP_ID],
  }),
);

const app = Fastify();
app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  scope.all('/orgkit/*', (request, reply) => {
    reply.hijack();
    return handler(request.raw, reply.raw);
  });
});

const address = await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
console.log(`${address}/orgkit`);
