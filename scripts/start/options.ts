import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export const HELP = `npm start [-- --fresh]

Khởi động cổng liên kết, subgraph tổ công nghệ số cộng đồng, subgraph của một cổng thông tin, đăng nhập thử, trang web
và mini app Zalo.
Starts the gateway, the community team subgraph, a portal's own subgraph, the demo sign-in, the portal page and the
Zalo mini app.

  --fresh           bắt đầu với cơ sở dữ liệu trống · start from an empty database
  --help            dòng trợ giúp này · this help

  CNSCD_PORT_BASE   4000: cổng liên kết · gateway; +1 subgraph; +2 cổng thông tin · portal;
                    +3 đăng nhập thử · demo sign-in; +4 Zalo giả lập · fake Zalo; +100 trang web · page;
                    +200 mini app Zalo · Zalo mini app
  CNSCD_ORIGINS     trang của bạn được phép hỏi, cách nhau bằng dấu cách · pages of yours that may ask, with blanks
                    between: http://localhost:5173
  DATABASE_URL      PostgreSQL 15+ thay cho bản nhúng · instead of the embedded one
  CNSCD_HOME        .cnscd: nơi giữ dữ liệu nhúng · where the embedded data are kept`;

const DEFAULT_PORT_BASE = 4000;
const MAX_PORT_BASE = 65335;

export interface Ports {
  gateway: number;
  subgraph: number;
  portal: number;
  signIn: number;
  zalo: number;
  page: number;
  miniApp: number;
}

/** Every port from the first one. */
export const portsFrom = (base: number): Ports => ({
  ...{ gateway: base, subgraph: base + 1, portal: base + 2, signIn: base + 3, zalo: base + 4 },
  ...{ page: base + 100, miniApp: base + 200 },
});

export interface StartOptions {
  ports: Ports;
  /** Pages beside those of `npm start` that browsers let ask its servers. */
  origins: string[];
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Folder of what a start keeps: lock, embedded database. */
  home: string;
  isFresh: boolean;
  wantsHelp: boolean;
}

/** @throws {Refusal} for an unknown argument, a port or an origin that cannot be, and in production */
export function readOptions(args: string[], env: NodeJS.ProcessEnv, root: string): StartOptions {
  const flags = readFlags(args);
  if (env['NODE_ENV'] === 'production' && !flags.help) throw refuseProduction();
  const base = readPortBase(env['CNSCD_PORT_BASE']);
  return {
    ports: portsFrom(base),
    origins: readOrigins(env['CNSCD_ORIGINS']),
    databaseUrl: env['DATABASE_URL'] || undefined,
    home: homeOf(env, root),
    isFresh: flags.fresh ?? false,
    wantsHelp: flags.help ?? false,
  };
}

/** Said before anything is opened; the issuer of the demo sign-in would refuse as well. */
function refuseProduction(): Refusal {
  return new Refusal(
    'NODE_ENV là "production": npm start cho bất kỳ ai đăng nhập bằng tài khoản giả lập; hãy dùng "cnscd-subgraph serve" với nhà cung cấp định danh của mình.',
    'NODE_ENV is "production": npm start signs anybody in as made-up people; use "cnscd-subgraph serve" with your own identity provider.',
  );
}

/** Folder of what a start keeps. */
export function homeOf(env: NodeJS.ProcessEnv, root: string): string {
  return resolve(root, env['CNSCD_HOME'] || '.cnscd');
}

function readFlags(args: string[]): { fresh?: boolean; help?: boolean } {
  try {
    return parseArgs({ args, options: { fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
      .values;
  } catch {
    const given = args.join(' ');
    throw new Refusal(
      `Không hiểu "${given}": chỉ có --fresh và --help.`,
      `Cannot read "${given}": there are only --fresh and --help.`,
    );
  }
}

function readPortBase(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT_BASE;
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1 && base <= MAX_PORT_BASE) return base;
  throw new Refusal(
    `CNSCD_PORT_BASE là "${text}": phải là số nguyên từ 1 đến ${MAX_PORT_BASE}.`,
    `CNSCD_PORT_BASE is "${text}": it must be a whole number from 1 to ${MAX_PORT_BASE}.`,
  );
}

function readOrigins(text = ''): string[] {
  return text.split(/\s+/).flatMap((origin) => {
    if (origin === '') return [];
    if (URL.canParse(origin) && new URL(origin).origin === origin) return [origin];
    throw new Refusal(
      `CNSCD_ORIGINS có "${origin}": phải là địa chỉ gốc như http://localhost:5173, không có đường dẫn.`,
      `CNSCD_ORIGINS has "${origin}": it must be an origin such as http://localhost:5173, without a path.`,
    );
  });
}
