import { sensitiveKind } from '@cnscd/domain';
import { unpackText } from './unpack.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** Pictures, embedded files and copies of rows behind pivot tables: nobody can say what is in them. */
const OPAQUE = /^xl\/(?:media|embeddings|pivotCache|activeX|ctrlProps)\//iu;

/** Where authors write words beside the cells: notes, boxes, properties, headers and footers. */
const WORDS =
  /^(?:xl\/(?:comments|threadedComments|drawings|persons)|docProps\/|customXml\/).*\.(?:xml|vml)$|^xl\/comments/iu;

/**
 * Whether a workbook has something besides its cells that may not be kept: pictures, which may be of an ID card, or
 * numbers and passwords in notes and boxes.
 *
 * @param file - of any format; only an XLSX has more than its cells
 */
export async function carriesMore(file: Uint8Array): Promise<boolean> {
  if (file[0] !== 'P'.charCodeAt(0) || file[1] !== 'K'.charCodeAt(0)) return false;
  const parts = [...zipParts(file).values()];
  if (parts.some(({ name }) => OPAQUE.test(name))) return true;
  for (const part of parts) if (WORDS.test(part.name) && (await saysMore(part))) return true;
  return false;
}

async function saysMore(part: ZipPart): Promise<boolean> {
  let xml = '';
  for await (const piece of unpackText(part)) xml += piece;
  return [...xml.matchAll(/>([^<]+)</gu)].some(([, text = '']) => {
    const kind = sensitiveKind(text);
    return kind === 'CITIZEN_ID' || kind === 'CREDENTIAL';
  });
}
