import { once } from 'node:events';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import type { ZipPart } from './zip-parts.ts';

/** A part with this content, packed. */
export function packedPart(name: string, content: string): ZipPart {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  return { name, isDeflated: true, packed, bytes: bytes.length, crc32: crc32(bytes) };
}

/** The same for content that comes piece by piece, and that nobody wants to hold as a whole. */
export async function packedPieces(name: string, pieces: AsyncIterable<string>): Promise<ZipPart> {
  const deflate = createDeflateRaw({ level: 6 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  let [bytes, checksum] = [0, 0];
  for await (const piece of pieces) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    checksum = crc32(buffer, checksum);
    if (!deflate.write(buffer)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  return { name, isDeflated: true, packed: Buffer.concat(packed), bytes, crc32: checksum };
}

/** An archive with these parts; those that came out of another one are put in as they are packed. */
export function zipFile(parts: Iterable<ZipPart>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const local = header(part, name, null);
    pieces.push(local, name, part.packed);
    directory.push(header(part, name, offset), name);
    offset += local.length + name.length + part.packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const at of [8, 10]) end.writeUInt16LE(directory.length / 2, at);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, entries, end]);
}

const UTF8_NAMES = 0x800;
const FIRST_DAY_OF_ZIP = 0x21;

/** @param offset - where the part begins, for the directory; null makes the header that stands before the part */
function header(
  { isDeflated, packed, bytes, crc32: checksum }: ZipPart,
  name: Buffer,
  offset: number | null,
): Buffer {
  const buffer = Buffer.alloc(offset === null ? 30 : 46);
  const shift = offset === null ? 0 : 2;
  buffer.writeUInt32LE(offset === null ? 0x04034b50 : 0x02014b50, 0);
  buffer.writeUInt16LE(20, 4);
  buffer.writeUInt16LE(20, 4 + shift);
  buffer.writeUInt16LE(UTF8_NAMES, 6 + shift);
  buffer.writeUInt16LE(isDeflated ? 8 : 0, 8 + shift);
  buffer.writeUInt16LE(FIRST_DAY_OF_ZIP, 12 + shift);
  buffer.writeUInt32LE(checksum, 14 + shift);
  buffer.writeUInt32LE(packed.length, 18 + shift);
  buffer.writeUInt32LE(bytes, 22 + shift);
  buffer.writeUInt16LE(name.length, 26 + shift);
  if (offset !== null) buffer.writeUInt32LE(offset, 42);
  return buffer;
}
