import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';
import { buildExample, builtFolder, type ExampleBuild } from './build-example.ts';
import { HOST } from './ports.ts';
import { securityHeaders } from './security-headers.ts';

const MINI_APP: ExampleBuild = {
  names: { vi: 'mini app Zalo', en: 'Zalo mini app' },
  ...{ folder: 'zalo-mini-app', outDir: 'www' },
};
const built = builtFolder(MINI_APP);

/** Builds the mini app as it would be uploaded. @returns whether it was built · @throws {Refusal} as `buildPage` */
export const buildMiniApp = (): Promise<boolean> => buildExample(MINI_APP);

/** All mini apps run on this one origin, so that letting it in lets all of them in: tokens say who may do what. */
export const ZALO_ORIGIN = 'https://h5.zdn.vn';

export interface MiniAppOptions {
  port: number;
  /** Id of the mini app, which its address is made of. */
  appId: string;
  /** What the app is told about its surroundings, as `window.CNSCD`. */
  settings: { graphqlUrl: string; zaloUrl?: string };
}

/** Serves the built app as Zalo does: under `/zapps/<id>/`, with its id in the page. */
export async function startMiniApp(
  options: MiniAppOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { port, appId, settings } = options;
  const path = `/zapps/${appId}`;
  const home = `${path}/`;
  const script = inlineScript(appId, settings);
  const page = readFileSync(join(built, 'index.html'), 'utf8').replace(
    '<head>',
    // The base: the app has paths of its own, and its files are named as seen from the first of them.
    `<head><base href="${home}" /><script>${script}</script>`,
  );
  const http = fastify({ forceCloseConnections: true });
  const headers = securityHeaders({
    calls: Object.values(settings),
    inlineScript: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  });
  http.addHook('onSend', async (_request, reply) => {
    reply.headers(headers);
  });
  http.get('/', (_request, reply) => reply.redirect(home));
  const sendPage = (reply: FastifyReply) => reply.type('text/html; charset=utf-8').send(page);
  // The app's router leaves the slash away: reloaded, it is asked for so.
  for (const each of [path, home]) http.get(each, (_request, reply) => sendPage(reply));
  await http.register(fastifyStatic, { root: join(built, 'assets'), prefix: `${home}assets/` });
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.url.startsWith(home) && request.headers.accept?.includes('text/html');
    return isPage ? sendPage(reply) : reply.code(404).send({ error: 'Not Found' });
  });
  await http.listen({ host: HOST, port });
  // By this name Zalo's SDK takes the browser for a Zalo to try things in; under 127.0.0.1 it takes it for none.
  return { url: `http://localhost:${port}${home}`, close: () => http.close() };
}

function inlineScript(appId: string, settings: MiniAppOptions['settings']): string {
  const config: unknown = JSON.parse(readFileSync(join(built, 'app-config.json'), 'utf8'));
  const values = { APP_ID: appId, APP_CONFIG: config, CNSCD: settings };
  // No text in it can end the script.
  return `Object.assign(window, ${JSON.stringify(values).replaceAll('<', '\\u003c')});`;
}
