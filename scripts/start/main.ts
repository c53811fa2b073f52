// `npm start`: a supergraph with community teams in it, on this machine, from nothing.
import { join } from 'node:path';
import { generateStale } from '../generate.ts';
import { emptyDatabase, openEmbedded, refuseUnusableDatabase } from './database.ts';
import { publishAddress, withdrawAddress } from './database-address.ts';
import { beginLifetime, type Lifetime } from './lifetime.ts';
import { takeLock } from './lock.ts';
import { buildMiniApp } from './mini-app.ts';
import { HELP, readOptions, type StartOptions } from './options.ts';
import { buildPage } from './page.ts';
import { personalDataKey } from './personal-data-key.ts';
import { refuseTakenPorts } from './ports.ts';
import { step } from './progress.ts';
import { askAll } from './ready.ts';
import { describeFailure } from './refusal.ts';
import type { Running } from './serve.ts';

const root = join(import.meta.dirname, '../..');
const lifetime = beginLifetime();

try {
  const options = readOptions(process.argv.slice(2), process.env, root);
  if (options.wantsHelp) console.log(HELP);
  else printUrls(await start(options, lifetime));
  if (options.wantsHelp) await lifetime.end(0);
} catch (error) {
  // What was going on when the end began fails for that reason alone.
  if (!lifetime.isEnding) console.error(describeFailure(error));
  await lifetime.end(1);
}

async function start(options: StartOptions, lifetime: Lifetime): Promise<Running> {
  lifetime.own(takeLock(options.home, options.ports.gateway));
  await refuseTakenPorts(options.ports);
  await step('Sinh mã · Generated code', generateStale);
  const databaseUrl = await openDatabase(options, lifetime);
  const { loadDefaults, migrate, mismatches } = await import('@cnscd/subgraph');
  await step('Lược đồ · Migrations', async (say) => say(`${(await migrate(databaseUrl)).length} mới · new`));
  await step('Dữ liệu · Data', async (say) => {
    const report = await loadDefaults(databaseUrl, { onProgress: say });
    const agreeing = report.counts.length - mismatches(report).length;
    // In full by `npm run cnscd-subgraph -- load`.
    say(`${agreeing}/${report.counts.length} số đếm khớp nguồn · counts agree with their sources`);
  });
  await step('Trang web · Portal page', async (say) =>
    say((await buildPage()) ? 'đã dựng · built' : 'đã có · up to date'),
  );
  await step('Mini app Zalo · Zalo mini app', async (say) =>
    say((await buildMiniApp()) ? 'đã dựng · built' : 'đã có · up to date'),
  );
  // Only now: what is imported there needs the generated code.
  const { serve } = await import('./serve.ts');
  const { ports, origins, home } = options;
  const settings = { databaseUrl, ports, origins, personalDataKey: personalDataKey(home) };
  const urls = await step('Máy chủ · Servers', () => serve(settings, lifetime));
  await step('Truy vấn thử · First queries', () => askAll(urls));
  return urls;
}

async function openDatabase(options: StartOptions, lifetime: Lifetime): Promise<string> {
  const { databaseUrl } = options;
  withdrawAddress(options.home);
  if (databaseUrl !== undefined) {
    await step('PostgreSQL (DATABASE_URL)', () => refuseUnusableDatabase(databaseUrl));
    if (options.isFresh) await emptyDatabase(databaseUrl, { mustBeOurs: true });
    return databaseUrl;
  }
  return step('PostgreSQL', async (say) => {
    const { url, dataFolder, wasRunning } = await openEmbedded(options.home, lifetime);
    // Said because it is not always below the home: the server's own user must be able to enter the folder.
    say(
      wasRunning
        ? `${dataFolder} (tiếp quản từ lần chạy bị ngắt · taken over from a killed start)`
        : dataFolder,
    );
    if (options.isFresh) await emptyDatabase(url, { mustBeOurs: false });
    lifetime.own(publishAddress(options.home, url));
    return url;
  });
}

function printUrls(urls: Running): void {
  const lines: [string, string][] = [
    ['Cổng liên kết · Gateway', urls.gateway],
    ['Tổ công nghệ số cộng đồng · Subgraph', urls.subgraph],
    ['Cổng thông tin có sẵn · Portal subgraph', urls.portal],
    ['Đăng nhập thử · Demo sign-in', urls.signIn],
    ['Zalo giả lập · Fake Zalo', urls.zalo],
    ['Trang web · Portal page', urls.page],
    ['Mini app Zalo · Zalo mini app', urls.miniApp],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  console.log(`\n${lines.map(([label, url]) => `  ${label.padEnd(width)}  ${url}`).join('\n')}\n`);
  console.log(`Ready in ${Math.round(process.uptime())} s`);
}
