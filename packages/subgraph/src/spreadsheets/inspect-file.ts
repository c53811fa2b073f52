import { inspectCsv } from './csv/open-csv.ts';
import { FILE_LIMITS, fileRefusal, notASpreadsheet, wrongExtension } from './file-refusals.ts';
import { inspectXls } from './xls/inspect-xls.ts';
import { inspectXlsx } from './xlsx/inspect-xlsx.ts';

/** What an officer's file is, by its content. */
export type FileFormat = 'XLSX' | 'XLS' | 'CSV';

/**
 * Decides by content what a file is, and refuses what is no table, what is dangerous and what is too large, before any of
 * it is read in earnest. Takes a fraction of a second, whatever it is given.
 *
 * @param fileName - as the officer has it; its extension must fit the content
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNSAFE`, `FILE_TOO_LARGE`, `FILE_UNREADABLE`
 */
export async function inspectFile(bytes: Uint8Array, fileName: string): Promise<FileFormat> {
  if (bytes.length > FILE_LIMITS.bytes) throw fileRefusal('TOO_MANY_BYTES');
  if (bytes.length === 0) throw fileRefusal('EMPTY');
  const format = formatOf(bytes);
  if (format === 'XLSX') await inspectXlsx(bytes);
  else if (format === 'XLS') inspectXls(bytes);
  else inspectCsv(bytes);
  const [, extension = ''] = /\.([^./\\]{1,10})$/u.exec(fileName.trim()) ?? [];
  if (!EXTENSIONS[format].includes(extension.toLowerCase())) throw wrongExtension(extension, format);
  return format;
}

const EXTENSIONS: Readonly<Record<FileFormat, readonly string[]>> = {
  XLSX: ['xlsx'],
  XLS: ['xls'],
  CSV: ['csv', 'tsv', 'txt'],
};

function formatOf(bytes: Uint8Array): FileFormat {
  if (startsWith(bytes, 'PK\x03\x04')) return 'XLSX';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'XLS';
  const known = KNOWN.find(({ begin }) => startsWith(bytes, begin));
  if (known !== undefined) throw notASpreadsheet(known);
  return 'CSV';
}

const KNOWN = [
  { begin: '%PDF', vi: 'tệp PDF', en: 'a PDF' },
  { begin: '\x89PNG', vi: 'ảnh PNG', en: 'a PNG image' },
  { begin: '\xff\xd8\xff', vi: 'ảnh JPEG', en: 'a JPEG image' },
  { begin: 'GIF8', vi: 'ảnh GIF', en: 'a GIF image' },
  { begin: 'Rar!', vi: 'tệp nén RAR', en: 'a RAR archive' },
  { begin: '7z\xbc\xaf', vi: 'tệp nén 7z', en: 'a 7z archive' },
  { begin: '\x1f\x8b', vi: 'tệp nén gzip', en: 'a gzip archive' },
  { begin: 'MZ', vi: 'chương trình Windows', en: 'a Windows program' },
  { begin: '\x7fELF', vi: 'chương trình Linux', en: 'a Linux program' },
] as const;

/** @param begin - each character a byte */
const startsWith = (bytes: Uint8Array, begin: string): boolean =>
  [...begin].every((character, at) => bytes[at] === character.charCodeAt(0));
