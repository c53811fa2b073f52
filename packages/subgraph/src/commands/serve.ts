import type { Command } from 'commander';
import { type AuthFlags, addAuthFlags, readAuthFlags } from '../auth/auth-flags.ts';
import { startServer } from '../server.ts';
import { listenUntilSignal, readPort } from './listening.ts';
import { type Settings, usableDatabase } from './settings.ts';

export function serve(command: Command, settings: Settings): void {
  addAuthFlags(command)
    .description('Phục vụ GraphQL · Serves GraphQL at /graphql, with /live and /ready.')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', '4001')
    .action(async ({ host, port, ...flags }: { host: string; port: string } & AuthFlags) => {
      const at = { host, port: readPort(port) };
      const auth = readAuthFlags(flags);
      const given = { personalDataKey: settings.personalDataKey(), ...(auth === undefined ? {} : { auth }) };
      const databaseUrl = await usableDatabase(settings);
      const server = await listenUntilSignal(startServer({ databaseUrl, ...at, ...given }), at);
      console.log(server.url);
    });
}
