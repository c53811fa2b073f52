import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photograph as a phone makes it, upright only by its EXIF, and with the place where it was taken. */
export async function photograph(width = 900, height = 600): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  return sharp({ create: { width, height, channels: 3, noise, background: '#000000' } })
    .withExif({
      IFD0: { Make: 'MayAnhThu', Artist: 'Người Chụp' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '16/1 44/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 58/1 0/1',
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A small PNG with one more chunk behind its header. */
export async function pngWith(type: string, content: Buffer): Promise<Buffer> {
  const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3366aa' } })
    .png()
    .toBuffer();
  const header = 33; // signature and IHDR
  return Buffer.concat([png.subarray(0, header), pngChunk(type, content), png.subarray(header)]);
}

/** A text chunk of a few hundred kilobytes that unpacks to hundreds of megabytes. */
export const packedText = (): Buffer =>
  Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(300_000_000))]);

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
