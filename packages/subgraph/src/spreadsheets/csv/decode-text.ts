import { likelyEncoding } from '@cnscd/domain';
import { fileRefusal, notASpreadsheet } from '../file-refusals.ts';

/** How many bytes decide what a text file is. */
const SAMPLE_BYTES = 256 * 1024;

/**
 * The encoding of a text file, as `TextDecoder` names it. UTF-8 unless a mark or its bytes say otherwise; what is no
 * UTF-8 is of Windows before Unicode: windows-1258, or a font's own encoding (TCVN3, VNI), which was kept as
 * windows-1252 and is converted cell by cell.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED` for what is no table, `FILE_UNREADABLE` for what is no text
 */
export function textEncodingOf(
  file: Uint8Array,
): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const sample = file.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) throw fileRefusal('UNKNOWN_ENCODING');
  if (isUtf8(file)) {
    refuseMarkup(new TextDecoder().decode(sample));
    return 'utf-8';
  }
  const text = new TextDecoder('windows-1252').decode(sample);
  if (CONTROLS.test(text)) throw fileRefusal('UNKNOWN_ENCODING');
  return likelyEncoding(text.slice(0, TELLING)) === null ? 'windows-1258' : 'windows-1252';
}

/** So many characters tell whose encoding it is. */
const TELLING = 20_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: text files do not have them
const CONTROLS = /[\u0001-\u0008\u000e-\u001f]/u;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Web pages and XML that are named .xls or .csv, as many programs write them. */
function refuseMarkup(text: string): void {
  const begin = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .slice(0, 200);
  if (/^<(!doctype html|html|table|head|body|meta|style)/iu.test(begin))
    throw notASpreadsheet({ vi: 'trang web (HTML)', en: 'a web page (HTML)' });
  if (begin.startsWith('<?xml') || begin.startsWith('<!DOCTYPE'))
    throw notASpreadsheet({ vi: 'tệp XML', en: 'an XML file' });
  if (begin.startsWith('{\\rtf')) throw notASpreadsheet({ vi: 'văn bản RTF', en: 'an RTF document' });
  if (/^[{[]\s*["{[]/u.test(begin)) throw notASpreadsheet({ vi: 'tệp JSON', en: 'a JSON file' });
}
