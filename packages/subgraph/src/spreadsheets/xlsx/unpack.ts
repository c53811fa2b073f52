import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { fileRefusal } from '../file-refusals.ts';
import type { ZipPart } from './zip-parts.ts';

const CHUNK_BYTES = 256 * 1024;

/**
 * What a part unpacks to, chunk by chunk. It ends with a refusal as soon as there is more than its archive says:
 * the limits were checked against that.
 *
 * @param chunkBytes - how much is unpacked at a time: little, where only the beginning is looked at
 * @throws {DomainError} `FILE_TOO_LARGE`, `FILE_UNREADABLE`
 */
export async function* unpack(part: ZipPart, chunkBytes = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of part.isDeflated ? inflated(part, chunkBytes) : [part.packed]) {
    bytes += chunk.length;
    if (bytes > part.bytes) throw fileRefusal('UNPACKS_TOO_FAR');
    yield chunk;
  }
  if (bytes !== part.bytes) throw fileRefusal('DAMAGED');
}

async function* inflated(part: ZipPart, chunkSize: number): AsyncGenerator<Uint8Array> {
  const inflate = Readable.from([part.packed]).pipe(createInflateRaw({ chunkSize }));
  try {
    for await (const chunk of inflate) yield chunk as Uint8Array; // zlib gives Buffers
  } catch (error) {
    if (isZlibError(error)) throw fileRefusal('DAMAGED');
    throw error;
  } finally {
    inflate.destroy();
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

/**
 * A part as text, chunk by chunk: UTF-8, as office programs write.
 *
 * @throws {DomainError} `FILE_TOO_LARGE`, `FILE_UNREADABLE`
 */
export async function* unpackText(part: ZipPart, chunkBytes?: number): AsyncGenerator<string> {
  // A broken sequence would otherwise be read as something else than another program reads.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of unpack(part, chunkBytes)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw fileRefusal('DAMAGED');
    throw error;
  }
}
