import { DomainError } from '@cnscd/domain';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawAnew } from '../../../src/features/activities/draw-image.ts';
import { packedText, photograph, pngWith } from '../../support/photographs.ts';

const draw = (bytes: Buffer) => drawAnew(bytes.toString('base64'), 'contentBase64');

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(() => null).catch((cause: unknown) => cause);
  if (error instanceof DomainError) return error;
  throw error ?? new Error('nothing was refused');
}

const jpeg = await photograph();
const webp = await sharp(jpeg).webp().toBuffer();
const png = await pngWith('tEXt', Buffer.from('a\0b'));
const gif = await sharp(jpeg).gif().toBuffer();
const tiff = await sharp(jpeg).resize(90).tiff().toBuffer();

describe('a photograph', () => {
  it('is drawn upright, and keeps nothing of where and with what it was taken', async () => {
    const before = await sharp(jpeg).metadata();
    expect([before.exif?.includes('MayAnhThu'), before.xmp === undefined, before.icc === undefined]).toEqual([
      true,
      false,
      false,
    ]);
    const { image, thumbnail, width, height } = await draw(jpeg);
    expect([width, height]).toEqual([600, 900]);
    for (const bytes of [image, thumbnail]) {
      const { format, exif, xmp, icc, iptc, orientation, comments } = await sharp(bytes).metadata();
      expect([format, exif, xmp, icc, iptc, orientation, comments]).toEqual([
        'jpeg',
        ...Array(6).fill(undefined),
      ]);
      for (const word of ['Exif\0', 'MayAnhThu', 'Người', 'adobe']) expect(bytes.includes(word)).toBe(false);
    }
  });

  it('is at most 1600 pixels long, its thumbnail 320, and never drawn larger than it was', async () => {
    const large = await draw(
      await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#fff' } })
        .webp()
        .toBuffer(),
    );
    expect([large.width, large.height]).toEqual([1600, 400]);
    const small = await sharp(large.thumbnail).metadata();
    expect([small.width, small.height]).toEqual([320, 80]);
    const tiny = await draw(
      await sharp({ create: { width: 40, height: 30, channels: 4, background: '#0000' } })
        .png()
        .toBuffer(),
    );
    expect([tiny.width, tiny.height]).toEqual([40, 30]);
    // What was transparent is white, not black.
    expect([...(await sharp(tiny.image).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('leaves behind what hangs on it: another file, a packed text', async () => {
    const twoInOne = await draw(
      Buffer.concat([await photograph(), Buffer.from('PK\x03\x04<script>alert(1)</script>')]),
    );
    for (const word of ['PK\x03\x04', 'script']) expect(twoInOne.image.includes(word)).toBe(false);
    const memory = process.memoryUsage().rss;
    const packed = await pngWith('zTXt', packedText());
    const drawn = await draw(packed);
    expect(drawn.image.length).toBeLessThan(2000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(700_000_000); // of which the test's own zeros are 300
  });

  it('of 25 million pixels in a small file is drawn, and one more line is not', async () => {
    const plain = (height: number) =>
      sharp({ create: { width: 5000, height, channels: 3, background: '#fff' } })
        .png()
        .toBuffer();
    expect((await draw(await plain(5000))).width).toBe(1600);
    const { code, messages } = await refusal(draw(await plain(5001)));
    expect([code, messages.en]).toEqual([
      'IMAGE_INVALID',
      'contentBase64: it has 5000 × 5001 pixels; at most 25 million, scale it down',
    ]);
  });
});

describe('what is no photograph', () => {
  it.each([
    ['half of a JPEG', jpeg.subarray(0, jpeg.length / 2), 'broken or incomplete'],
    ['half of a WebP', webp.subarray(0, webp.length / 2), 'broken or incomplete'],
    ['half of a PNG', png.subarray(0, 120), 'broken or incomplete'],
    [
      'a page that begins like a JPEG',
      Buffer.concat([jpeg.subarray(0, 3), Buffer.from('<html><svg/></html>')]),
      'broken',
    ],
    ['a GIF', gif, 'no JPEG, PNG or WebP'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'no JPEG, PNG or WebP',
    ],
    ['a TIFF', tiff, 'no JPEG, PNG or WebP'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'no JPEG, PNG or WebP'],
    ['a sound', Buffer.from('RIFF\x24\0\0\0WAVEfmt '), 'no JPEG, PNG or WebP'],
    ['three bytes', Buffer.from([0xff, 0xd8, 0xff]), 'broken or incomplete'],
  ])('is refused: %s', async (_, bytes, words) => {
    const { code, field, messages } = await refusal(draw(bytes));
    expect([code, field]).toEqual(['IMAGE_INVALID', 'contentBase64']);
    expect(messages.en).toContain(words);
  });

  it.each([
    ['nothing', '', 'no whole base64'],
    ['a prefix', `data:image/jpeg;base64,${jpeg.toString('base64')}`, 'no whole base64'],
    ['NUL', 'AAAA\0', 'no whole base64'],
    ['a lone surrogate', 'AAAA\ud800', 'no whole base64'],
    ['a digit too few', jpeg.toString('base64').slice(0, 4001), 'no whole base64'],
    ['2 MB', 'A'.repeat(2_666_668), 'it has 2.0 MB; at most 1.4 MB'],
  ])('is refused: %s', async (_, text, words) => {
    const { code, messages, value } = await refusal(drawAnew(text, 'contentBase64'));
    expect([code, value]).toEqual(['IMAGE_INVALID', undefined]);
    expect(messages.en).toContain(words);
    expect(messages.vi).not.toContain(words);
  });
});
