import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';

const run = promisify(execFile);

/** Why other programs cannot look at the files. Null: they can, or in CI they must. */
export const NO_POPPLER = missing('pdftotext', 'poppler-utils');
export const NO_OFFICE = missing('soffice', 'libreoffice-writer and libreoffice-calc');

/** The words of a PDF as poppler reads them, each run of blanks one space. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', file, '-'], { maxBuffer: 1e8 });
    return plain(stdout);
  });
}

/** Page by page, as laid out. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<string[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const { stdout } = await run('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { maxBuffer: 1e8 });
    return stdout.split('\f').slice(0, -1);
  });
}

/** One entry for each font: its name, and whether the file carries it. */
export async function fontsOfPdf(bytes: Uint8Array): Promise<{ name: string; isEmbedded: boolean }[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    const { stdout } = await run('pdffonts', [file]);
    const lines = stdout.trim().split('\n').slice(2);
    return lines.map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      isEmbedded: / yes (yes|no) (yes|no) +\d/.test(line),
    }));
  });
}

/** What LibreOffice with Vietnamese settings prints of a DOCX or an XLSX, as PDF. */
export const printedByOffice = (bytes: Uint8Array, format: 'docx' | 'xlsx'): Promise<Uint8Array> =>
  convertedByOffice(bytes, format, ['--convert-to', 'pdf'], 'pdf');

/** The cells that LibreOffice shows of the first sheet of an XLSX or of a CSV with semicolons, as they are shown. */
export async function cellsByOffice(bytes: Uint8Array, format: 'xlsx' | 'csv'): Promise<string[][]> {
  // Tabs, quoted, UTF-8, as shown; of a CSV that comes in: semicolons, quotes, UTF-8.
  const reading = format === 'csv' ? ['--infilter=CSV:59,34,76,1'] : [];
  const shown = await convertedByOffice(
    bytes,
    format,
    [...reading, '--convert-to', 'txt:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true'],
    'txt',
  );
  return parse(Buffer.from(shown), { delimiter: '\t', bom: true, relaxColumnCount: true });
}

function convertedByOffice(
  bytes: Uint8Array,
  format: string,
  how: readonly string[],
  extension: string,
): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), VIETNAMESE_SETTINGS);
    const file = join(folder, `paper.${format}`);
    writeFileSync(file, bytes);
    const place = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore'];
    await run('soffice', [...place, ...how, '--outdir', folder, file], { timeout: 120_000 });
    return readFileSync(join(folder, `paper.${extension}`));
  });
}

export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const VIETNAMESE_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop></item>
</oor:items>`;

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cnscd-paper-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missing(program: string, packages: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const isThere = folders.some((folder) => existsSync(join(folder, program)));
  return isThere || process.env['CI'] === 'true' ? null : `no ${program}: install ${packages}`;
}
