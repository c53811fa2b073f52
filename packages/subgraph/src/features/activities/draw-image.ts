import { createHash } from 'node:crypto';
import { DomainError, formatNumber, type Language, type Messages } from '@cnscd/domain';
import sharp, { type Sharp } from 'sharp';

/** A photograph drawn anew: nothing of what was sent is left but what one sees. */
export interface DrawnImage {
  /** JPEG without location, camera or any other metadata. */
  image: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
  /** Of `image`, in hexadecimal digits. */
  sha256: string;
}

/** Room for what a phone makes of 1600 pixels; with base64 a request stays below what gateways take. */
export const MOST_IMAGE_BYTES = 1_400_000;
const LONGEST_SIDE_PIXELS = 1600;
const THUMBNAIL_PIXELS = 320;
/** A small file can stand for a huge picture, and that for all memory. */
const MOST_PIXELS = 25_000_000;
const LONGEST_DRAWING_SECONDS = 10;
const FORMATS = ['jpeg', 'png', 'webp'];

/**
 * Draws a photograph anew, upright and at most 1600 pixels long.
 *
 * @throws {DomainError} `IMAGE_INVALID` unless it is base64 of a whole JPEG, PNG or WebP of at most 1.4 MB and 25 megapixels
 */
export async function drawAnew(base64: string, field: string): Promise<DrawnImage> {
  const bytes = decoded(base64, field);
  await requirePicture(bytes, field);
  const { data, info } = await drawn(open(bytes), LONGEST_SIDE_PIXELS).catch(() => {
    throw imageInvalid(field, BROKEN);
  });
  const { data: thumbnail } = await drawn(open(data), THUMBNAIL_PIXELS);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { image: data, thumbnail, width: info.width, height: info.height, sha256 };
}

function decoded(base64: string, field: string): Buffer {
  // Before it is decoded: what is too long is not worth it.
  if (base64.length > 4 * Math.ceil(MOST_IMAGE_BYTES / 3)) throw imageInvalid(field, tooLarge(base64.length));
  const bytes = Buffer.from(base64, 'base64');
  // Node leaves out what is no base64; only what is whole comes back as it was.
  if (bytes.length === 0 || bytes.toString('base64') !== base64) throw imageInvalid(field, NOT_BASE64);
  return bytes;
}

/** What the file begins with decides: no other decoder is ever tried. */
async function requirePicture(bytes: Buffer, field: string): Promise<void> {
  if (!isPhotograph(bytes)) throw imageInvalid(field, NOT_A_PHOTOGRAPH);
  // The header only: how large it is must be known before anything is drawn.
  const { format, width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw imageInvalid(field, BROKEN);
    });
  if (!FORMATS.includes(format)) throw imageInvalid(field, NOT_A_PHOTOGRAPH);
  if (width * height > MOST_PIXELS) throw imageInvalid(field, tooManyPixels(width, height));
}

function isPhotograph(bytes: Buffer): boolean {
  const begin = bytes.toString('latin1', 0, 12);
  return (
    begin.startsWith('\xff\xd8\xff') ||
    begin.startsWith('\x89PNG\r\n\x1a\n') ||
    (begin.startsWith('RIFF') && begin.endsWith('WEBP'))
  );
}

// A warning is a fault: half of a photograph would be grey.
const open = (bytes: Buffer) => sharp(bytes, { failOn: 'warning', limitInputPixels: MOST_PIXELS });

/** Without being told to keep it, sharp writes no metadata and no colour profile: colours become sRGB. */
const drawn = (picture: Sharp, longestSide: number) =>
  picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .timeout({ seconds: LONGEST_DRAWING_SECONDS })
    .toBuffer({ resolveWithObject: true });

/** The refusal of what is no photograph that can be kept. */
export function imageInvalid(field: string, { vi, en }: Messages): DomainError {
  return new DomainError('IMAGE_INVALID', { vi: `${field}: ${vi}`, en: `${field}: ${en}` }, { field });
}

const NOT_BASE64: Messages = {
  vi: 'không phải base64 trọn vẹn; hãy gửi nội dung tệp ảnh dạng base64, không kèm tiền tố data:',
  en: 'it is no whole base64; send the file as base64, without the prefix data:',
};
const NOT_A_PHOTOGRAPH: Messages = {
  vi: 'không phải ảnh JPEG, PNG hoặc WebP; hãy gửi ảnh ở một trong ba định dạng này',
  en: 'it is no JPEG, PNG or WebP; send a photograph in one of these formats',
};
const BROKEN: Messages = {
  vi: 'tệp ảnh bị hỏng hoặc không đủ; hãy chụp hoặc gửi lại ảnh',
  en: 'the file is broken or incomplete; send the photograph again',
};
const tooLarge = (characters: number): Messages => ({
  vi: `ảnh nặng ${megabytes((characters * 3) / 4, 'vi')} MB; tối đa ${megabytes(MOST_IMAGE_BYTES, 'vi')} MB, hãy thu nhỏ ảnh về cạnh dài 1600 điểm ảnh`,
  en: `it has ${megabytes((characters * 3) / 4, 'en')} MB; at most ${megabytes(MOST_IMAGE_BYTES, 'en')} MB, scale it down to 1600 pixels on the longer side`,
});
const megabytes = (bytes: number, language: Language) =>
  formatNumber(bytes / 1_000_000, { decimals: 1, language });
const tooManyPixels = (width: number, height: number): Messages => ({
  vi: `ảnh có ${width} × ${height} điểm ảnh; tối đa 25 triệu, hãy thu nhỏ ảnh`,
  en: `it has ${width} × ${height} pixels; at most 25 million, scale it down`,
});
