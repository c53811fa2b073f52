import type { Command } from 'commander';
import { demoAccounts } from '../auth/demo-accounts.ts';
import { startDevIssuer } from '../auth/dev-issuer.ts';
import { listenUntilSignal, readPort } from './listening.ts';
import { type Settings, withDatabase } from './settings.ts';

export function devIssuer(command: Command, settings: Settings): void {
  command
    .description(
      'Máy cấp mã đăng nhập thử, chỉ trên máy này · Signs anybody in as a made-up person, for development on this machine.',
    )
    .option('--port <port>', 'port to listen on, at 127.0.0.1', '4003')
    .option('--page <origins...>', 'origins of pages that may sign in, http://127.0.0.1:4100 for one', [])
    .action(async ({ port, page }: { port: string; page: string[] }) => {
      const at = { host: '127.0.0.1', port: readPort(port) };
      await withDatabase(settings, async (db) => {
        const accounts = await demoAccounts(db);
        const starting = startDevIssuer({ ...at, accounts, origins: page });
        const { issuer, audience } = await listenUntilSignal(starting, at);
        console.log(`--auth-issuer ${issuer} --auth-audience ${audience}`);
        for (const { id, name, unit } of accounts) console.log(`${id}  ${name.vi} · ${unit.vi}`);
      });
    });
}
