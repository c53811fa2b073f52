import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMiniApp } from '../../../scripts/start/mini-app.ts';

const built = join(import.meta.dirname, '../www');
const KB = 1000;
const MB = 1_000_000;

interface BuiltFile {
  name: string;
  size: number;
  text: string;
}

/**
 * Hosts that stand in what others wrote. In a browser none of them is asked for anything, as test/offline.test.ts watches;
 * in Zalo its SDK asks h5.zalo.me by itself, as test/zalo.test.ts watches.
 */
const KNOWN_HOSTS: readonly string[] = [
  // Zalo's, in its SDK. h5.zalo.me: tokens, and a log of the SDK's own calls.
  'h5.zalo.me',
  // Only where payments, or advertisements, are asked for: not here.
  ...['payment-mini.zalo.me', 'adtima-static.zascdn.me'],
  // Where mini apps live, and what else the SDK can be asked for.
  ...['h5.zdn.vn', 'zalo.me', 'mini.zalo.me', 'miniapp.zalo.me', 'graph.zalo.me', 'oauth.zaloapp.com'],
  ...['play.google.com', 'apps.apple.com'], // where the SDK sends those whose Zalo is too old
  'www.w3.org', // names of SVG and the like
  ...['reactjs.org', 'reactrouter.com'], // explanations in errors
  'localhost', // the base of addresses that have none
];

let files: BuiltFile[];

describe('what is uploaded to Zalo', () => {
  beforeAll(async () => {
    await buildMiniApp();
    files = readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(built, name)).isFile() && !name.endsWith('.built'))
      .map((name) => {
        const bytes = readFileSync(join(built, name));
        return { name, size: bytes.length, text: bytes.toString() };
      });
  });

  it('keeps the limits of Zalo, and those of a village line', () => {
    expect(Math.max(...files.map(({ size }) => size))).toBeLessThan(3 * MB);
    expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(10 * MB);
    const gzipped = files
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0);
    expect(gzipped).toBeGreaterThan(0);
    expect(gzipped).toBeLessThanOrEqual(250 * KB);
  });

  it('names the hosts that are explained here, and no other', () => {
    const hosts = files.flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host ?? ''),
    );
    expect([...new Set(hosts)].sort()).toEqual([...KNOWN_HOSTS].sort());
  });

  it('has no stylesheet that fetches anything from elsewhere', () => {
    const sheets = files.filter(({ name }) => name.endsWith('.css'));
    expect(sheets).not.toEqual([]);
    for (const { text } of sheets) expect(text).not.toMatch(/url\(\s*["']?https?:|@import/);
  });

  it('holds no secret, nor the words that go with one', () => {
    for (const { name, text } of files) {
      expect(text, name).not.toMatch(/appsecret|app_secret|secret_key|PRIVATE KEY|eyJ[\w-]{20}/i);
    }
  });

  it('lists the files that Zalo has to load', () => {
    const config = JSON.parse(files.find(({ name }) => name === 'app-config.json')?.text ?? '{}');
    const listed = [...config.listCSS, ...config.listSyncJS, ...config.listAsyncJS];
    expect(config.app.title).toBe('Tổ công nghệ số cộng đồng');
    expect(listed).toHaveLength(2);
    for (const name of listed) expect(files.map((file) => file.name)).toContain(name);
  });

  it('is one script: nothing is fetched later, when the signal may be gone', () => {
    expect(files.filter(({ name }) => name.endsWith('.js'))).toHaveLength(1);
  });
});
