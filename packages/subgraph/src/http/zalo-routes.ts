import type { Webhook } from '@cnscd/zalo';
import type { FastifyInstance } from 'fastify';
import type { ZaloWebhooks } from '../zalo/zalo-events.ts';

/** More than the largest event that a webhook takes: what is larger is refused by the webhook itself. */
const BODY_LIMIT = 512 * 1024;

/**
 * `POST /zalo/webhook/mini-app` and `/zalo/webhook/official-account`, where their keys are given: addresses that Zalo
 * posts to. Bodies stay the bytes that were signed. The answer is a status and nothing else.
 */
export async function addZaloRoutes(app: FastifyInstance, { miniApp, account }: ZaloWebhooks): Promise<void> {
  await app.register(
    async (routes) => {
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
      if (miniApp !== null) addRoute(routes, '/mini-app', miniApp);
      if (account !== null) addRoute(routes, '/official-account', account);
    },
    { prefix: '/zalo/webhook' },
  );
}

function addRoute(routes: FastifyInstance, path: string, webhook: Webhook): void {
  routes.post(path, { bodyLimit: BODY_LIMIT }, async ({ raw, body }, reply) => {
    const rawBody = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const header = (name: string) => raw.headersDistinct[name.toLowerCase()]?.[0] ?? null;
    const { status } = await webhook({ rawBody, header });
    return reply.code(status).header('cache-control', 'no-store').send();
  });
}
