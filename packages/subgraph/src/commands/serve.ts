import type { Command } from 'commander';
import { type AuthFlags, addAuthFlags, readAuthFlags } from '../auth/auth-flags.ts';
import { startServer } from '../server.ts';
import { addZaloFlags, readZaloFlags, type ZaloFlags } from '../zalo/zalo-flags.ts';
import { listenUntilSignal, readPort } from './listening.ts';
import { type Settings, usableDatabase } from './settings.ts';

export function serve(command: Command, settings: Settings): void {
  addZaloFlags(addAuthFlags(command))
    .description('Phục vụ GraphQL · Serves GraphQL at /graphql, with /live and /ready.')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', '4001')
    .action(async ({ host, port, ...flags }: { host: string; port: string } & AuthFlags & ZaloFlags) => {
      const at = { host, port: readPort(port) };
      const { zaloAppId, zaloMiniAppId, zaloBaseUrl, ...authFlags } = flags;
      const auth = readAuthFlags(authFlags);
      const zaloFlags = { zaloAppId, zaloMiniAppId, zaloBaseUrl };
      const zalo = readZaloFlags(zaloFlags, settings.zaloSecrets(), host);
      const given = {
        personalDataKey: settings.personalDataKey(),
        ...(auth && { auth }),
        ...(zalo && { zalo }),
      };
      const databaseUrl = await usableDatabase(settings);
      const server = await listenUntilSignal(startServer({ databaseUrl, ...at, ...given }), at);
      console.log(server.url);
    });
}
