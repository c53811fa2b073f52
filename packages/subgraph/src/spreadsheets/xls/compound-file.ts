import { FILE_LIMITS, fileRefusal } from '../file-refusals.ts';

/** A stream or folder in a compound file, the container of the office formats before 2007. */
interface Entry {
  name: string;
  start: number;
  bytes: number;
}

export interface CompoundFile {
  /** Names of all streams and folders. */
  names: string[];
  /** The content of a stream, null where there is none of that name. */
  stream(name: string): Uint8Array | null;
}

const FREE_FROM = 0xfffffffa;
const SMALL_STREAM_BYTES = 4096;

/** @throws {DomainError} `FILE_UNREADABLE` */
export function readCompoundFile(file: Uint8Array): CompoundFile {
  if (file.length < 512) throw fileRefusal('DAMAGED');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw fileRefusal('DAMAGED');
  const sectorBytes = 1 << shift;
  const sector = (index: number): Uint8Array => {
    const begin = (index + 1) * sectorBytes;
    if (begin >= file.length) throw fileRefusal('DAMAGED');
    return file.subarray(begin, begin + sectorBytes);
  };
  const table = allocationTable(view, sector, sectorBytes);
  const chain = (start: number, bytes: number) => joined(sector, table, start, bytes);
  const entries = entriesIn(chain(view.getUint32(48, true), FILE_LIMITS.bytes));
  const root = entries[0];
  if (root === undefined) throw fileRefusal('DAMAGED');
  return {
    names: entries.map(({ name }) => name),
    stream(name) {
      const entry = entries.find((one) => one.name === name);
      if (entry === undefined) return null;
      if (entry.bytes >= SMALL_STREAM_BYTES) return chain(entry.start, entry.bytes).subarray(0, entry.bytes);
      const small = chain(root.start, root.bytes);
      const smallTable = numbers(chain(view.getUint32(60, true), FILE_LIMITS.bytes));
      const part = (index: number) => small.subarray(index * 64, index * 64 + 64);
      return joined(part, smallTable, entry.start, entry.bytes).subarray(0, entry.bytes);
    },
  };
}

/** For each sector the one that follows it; where they stand is itself a list, and the end of that a chain. */
function allocationTable(
  view: DataView,
  sector: (index: number) => Uint8Array,
  sectorBytes: number,
): number[] {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(view.getUint32(at, true));
  let next = view.getUint32(68, true);
  for (let left = FILE_LIMITS.bytes / sectorBytes; next < FREE_FROM; left -= 1) {
    if (left < 0) throw fileRefusal('DAMAGED');
    const more = numbers(sector(next));
    next = more.pop() ?? FREE_FROM;
    places.push(...more);
  }
  return places.filter((place) => place < FREE_FROM).flatMap((place) => numbers(sector(place)));
}

/** The sectors of a chain, one after the other; a chain that bites its tail ends in a refusal. */
function joined(
  sector: (index: number) => Uint8Array,
  table: readonly number[],
  start: number,
  bytes: number,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let index = start; index < FREE_FROM && length < bytes; index = table[index] ?? FREE_FROM) {
    const part = sector(index);
    if (part.length === 0) throw fileRefusal('DAMAGED');
    parts.push(part);
    length += part.length;
    if (length > FILE_LIMITS.bytes + 4096) throw fileRefusal('DAMAGED');
  }
  return Buffer.concat(parts);
}

function numbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function entriesIn(directory: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const view = new DataView(directory.buffer, directory.byteOffset + at, 128);
    const nameBytes = view.getUint16(64, true);
    if (nameBytes < 2 || nameBytes > 64) continue;
    const name = Buffer.from(directory.subarray(at, at + nameBytes - 2)).toString('utf16le');
    entries.push({ name, start: view.getUint32(116, true), bytes: view.getUint32(120, true) });
  }
  return entries;
}
