import { crc32, deflateRawSync } from 'node:zlib';

export interface LyingPart {
  content: Uint8Array;
  /** What the directory says that it unpacks to. */
  statedBytes: number;
}

type Part = string | Uint8Array | LyingPart;

/** A zip archive with these parts, honest or not. */
export function zipOf(parts: Readonly<Record<string, Part>>): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = contentOf(part);
    const packed = packedOnce(part, content);
    const bytes = typeof part === 'object' && 'statedBytes' in part ? part.statedBytes : content.length;
    const sizes = { name: Buffer.from(name), crc: crc32(content), packed: packed.length, bytes };
    local.push(header(0x04034b50, sizes, null), sizes.name, packed);
    directory.push(header(0x02014b50, sizes, offset), sizes.name);
    offset += 30 + sizes.name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(Object.keys(parts).length, at);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, entries, end]);
}

const known = new WeakMap<object, Buffer>();

/** Bombs hold the same bytes many times. */
function packedOnce(part: Part, content: Buffer): Buffer {
  const packed = (typeof part === 'object' ? known.get(part) : undefined) ?? deflateRawSync(content);
  if (typeof part === 'object') known.set(part, packed);
  return packed;
}

const contentOf = (part: Part): Buffer =>
  typeof part === 'string' ? Buffer.from(part) : Buffer.from('content' in part ? part.content : part);

interface Sizes {
  name: Buffer;
  crc: number;
  packed: number;
  bytes: number;
}

/** @param offset - of the local header, in the directory's own; null makes the local one */
function header(signature: number, { name, crc, packed, bytes }: Sizes, offset: number | null): Buffer {
  const buffer = Buffer.alloc(offset === null ? 30 : 46);
  const shift = offset === null ? 0 : 2;
  buffer.writeUInt32LE(signature, 0);
  buffer.writeUInt16LE(20, 4);
  buffer.writeUInt16LE(0x800, 6 + shift);
  buffer.writeUInt16LE(8, 8 + shift);
  buffer.writeUInt32LE(crc, 14 + shift);
  buffer.writeUInt32LE(packed, 18 + shift);
  buffer.writeUInt32LE(bytes, 22 + shift);
  buffer.writeUInt16LE(name.length, 26 + shift);
  if (offset !== null) buffer.writeUInt32LE(offset, 42);
  return buffer;
}
