import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';

/** One file in a zip archive, as its central directory has it. */
export interface ZipPart {
  name: string;
  isDeflated: boolean;
  /** Where its packed bytes are in the archive. */
  packed: Uint8Array;
  /** How many bytes it unpacks to; unpacking stops there. */
  bytes: number;
  /** Checksum of what it unpacks to, as the directory has it. */
  crc32: number;
}

/**
 * The parts of a zip archive by name, from its central directory alone: nothing is unpacked.
 *
 * What office programs never write is refused rather than interpreted: zip64 (a file of 20 MB needs none), encryption,
 * split archives, names twice, parts that overlap, paths that lead elsewhere.
 *
 * @throws {DomainError} `FILE_UNREADABLE`, `FILE_TOO_LARGE`, `FILE_UNSAFE`, `FILE_UNSUPPORTED`
 */
export function zipParts(file: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const directory = findDirectory(view);
  const parts = new Map<string, ZipPart>();
  let [at, packedBytes, unpackedBytes] = [directory.offset, 0, 0];
  for (let index = 0; index < directory.entries; index += 1) {
    const entry = entryAt(view, file, at);
    at = entry.end;
    if (entry.name.endsWith('/')) continue;
    if (parts.has(entry.name)) throw fileRefusal('DAMAGED');
    packedBytes += entry.packed.length;
    unpackedBytes += entry.bytes;
    requireModest(entry, unpackedBytes);
    parts.set(entry.name, entry);
  }
  // Parts that share their bytes are how a small archive unpacks without end.
  if (packedBytes > file.length) throw fileRefusal('UNPACKS_TOO_FAR');
  return parts;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

function findDirectory(view: DataView): { offset: number; entries: number } {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (entries > FILE_LIMITS.parts) throw fileRefusal('UNPACKS_TOO_FAR');
    if (entries === 0 || offset >= at || view.getUint16(at + 8, true) !== entries) break;
    return { offset, entries };
  }
  throw fileRefusal('DAMAGED');
}

function entryAt(view: DataView, file: Uint8Array, at: number): ZipPart & { end: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw fileRefusal('DAMAGED');
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [packedBytes, bytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if ((flags & 1) === 1) throw fileRefusal('ENCRYPTED');
  if (end > view.byteLength || (method !== 0 && method !== 8)) throw fileRefusal('DAMAGED');
  const name = new TextDecoder().decode(file.subarray(at + 46, nameEnd));
  if (leadsElsewhere(name)) throw fileRefusal('OUTSIDE_PATH');
  const begin = bytesBegin(view, view.getUint32(at + 42, true));
  if (begin + packedBytes > view.byteLength) throw fileRefusal('DAMAGED');
  if (method === 0 && packedBytes !== bytes) throw fileRefusal('DAMAGED');
  const packed = file.subarray(begin, begin + packedBytes);
  return { name, isDeflated: method === 8, packed, bytes, crc32: view.getUint32(at + 16, true), end };
}

/** Names and extra fields of the local header may have other lengths than those of the directory. */
function bytesBegin(view: DataView, at: number): number {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw fileRefusal('DAMAGED');
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

const leadsElsewhere = (name: string): boolean =>
  /^[/\\]|\\|^[a-z]:|\0/iu.test(name) || name.split('/').includes('..');

function requireModest({ bytes, packed }: ZipPart, unpackedBytes: number): void {
  const isBomb = bytes > FILE_LIMITS.ratioFromBytes && bytes > FILE_LIMITS.ratio * Math.max(packed.length, 1);
  if (isBomb || unpackedBytes > FILE_LIMITS.unpackedBytes) throw fileRefusal('UNPACKS_TOO_FAR');
}
