import { DomainError, type ErrorCode, type Messages } from '@cnscd/domain';

/** Limits of what an officer's file may hold; a roster of a province has room in them. */
export const FILE_LIMITS = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  /** Of a part that is larger than {@link FILE_LIMITS.ratioFromBytes}. */
  ratio: 100,
  ratioFromBytes: 10 * 1024 * 1024,
  parts: 2000,
  rows: 200_000,
  columns: 256,
  sheets: 200,
} as const;

/** @throws nothing; returns the refusal of a file as a whole, for the caller to throw */
export function fileRefusal(fault: FileFault): DomainError {
  const [code, messages] = REFUSALS[fault];
  return new DomainError(code, messages, { field: 'file' });
}

/** A file whose name says something else than its content. */
export function wrongExtension(extension: string, format: string): DomainError {
  const said = extension === '' ? { vi: 'không có đuôi', en: 'has no extension' } : null;
  return new DomainError(
    'FILE_UNSUPPORTED',
    {
      vi: `Tên tệp ${said?.vi ?? `kết thúc bằng .${extension}`} nhưng nội dung là ${format}; hãy đổi đuôi thành .${format.toLowerCase()}, hoặc lưu lại bằng Excel.`,
      en: `The name of the file ${said?.en ?? `ends in .${extension}`} and its content is ${format}; rename it to .${format.toLowerCase()}, or save it again in Excel.`,
    },
    { field: 'file', value: extension },
  );
}

/** Something that is no spreadsheet, by what it is. */
export function notASpreadsheet(what: Messages): DomainError {
  return new DomainError(
    'FILE_UNSUPPORTED',
    {
      vi: `Tệp là ${what.vi}, không phải bảng tính; hãy lưu thành .xlsx, .xls hoặc .csv.`,
      en: `The file is ${what.en}, not a spreadsheet; save it as .xlsx, .xls or .csv.`,
    },
    { field: 'file' },
  );
}

export type FileFault = keyof typeof REFUSALS;

const inVietnamese = new Intl.NumberFormat('vi-VN');
const inEnglish = new Intl.NumberFormat('en');

const tooMany = (count: number, vi: string, en: string): Messages => ({
  vi: `Tệp có hơn ${inVietnamese.format(count)} ${vi}`,
  en: `The file has more than ${inEnglish.format(count)} ${en}`,
});

const REFUSALS = {
  EMPTY: refusal('FILE_UNREADABLE', 'Tệp trống; hãy chọn lại tệp.', 'The file is empty; choose it again.'),
  DAMAGED: refusal(
    'FILE_UNREADABLE',
    'Tệp bị hỏng; hãy mở bằng Excel hoặc LibreOffice rồi lưu lại.',
    'The file is damaged; open it in Excel or LibreOffice and save it again.',
  ),
  UNKNOWN_ENCODING: refusal(
    'FILE_UNREADABLE',
    'Không đọc được bảng mã chữ của tệp; hãy lưu lại dạng “CSV UTF-8” hoặc .xlsx.',
    'The encoding of the file is not known; save it as “CSV UTF-8” or as .xlsx.',
  ),
  TOO_MANY_BYTES: refusal(
    'FILE_TOO_LARGE',
    'Tệp lớn hơn 20 MB; hãy tách thành nhiều tệp, ví dụ mỗi xã một tệp.',
    'The file has more than 20 MB; split it, for example one file for each commune.',
  ),
  UNPACKS_TOO_FAR: refusal(
    'FILE_TOO_LARGE',
    'Tệp giải nén ra quá lớn so với một bảng tính bình thường; hãy chép bảng sang một tệp mới rồi lưu lại.',
    'The file unpacks to far more than a spreadsheet holds; copy the table into a new file and save that.',
  ),
  TOO_MANY_ROWS: [
    'FILE_TOO_LARGE',
    tooMany(FILE_LIMITS.rows, 'dòng; hãy tách thành nhiều tệp.', 'rows; split it into several files.'),
  ],
  TOO_MANY_COLUMNS: [
    'FILE_TOO_LARGE',
    tooMany(
      FILE_LIMITS.columns,
      'cột; hãy xóa các cột thừa bên phải bảng.',
      'columns; delete those to the right of the table.',
    ),
  ],
  TOO_MANY_SHEETS: [
    'FILE_TOO_LARGE',
    tooMany(
      FILE_LIMITS.sheets,
      'trang tính; hãy tách thành nhiều tệp.',
      'sheets; split it into several files.',
    ),
  ],
  EXTERNAL_LINKS: refusal(
    'FILE_UNSAFE',
    'Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác; hãy chép giá trị sang một tệp mới rồi lưu lại.',
    'The file links to other files or sources of data; copy the values into a new file and save that.',
  ),
  DOCUMENT_TYPE: refusal(
    'FILE_UNSAFE',
    'Tệp có khai báo XML (DOCTYPE) không được phép; hãy chép bảng sang một tệp mới rồi lưu lại.',
    'The file declares a document type in its XML, which is not allowed; copy the table into a new file and save that.',
  ),
  OUTSIDE_PATH: refusal(
    'FILE_UNSAFE',
    'Tệp có đường dẫn bên trong không an toàn; hãy chép bảng sang một tệp mới rồi lưu lại.',
    'The file holds unsafe paths; copy the table into a new file and save that.',
  ),
  MACROS: refusal(
    'FILE_UNSUPPORTED',
    'Tệp có macro; hãy lưu lại dạng .xlsx (không có macro).',
    'The file has macros; save it as .xlsx, without them.',
  ),
  ENCRYPTED: refusal(
    'FILE_UNSUPPORTED',
    'Tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại.',
    'The file is locked by a password; take it off and save the file again.',
  ),
} satisfies Record<string, readonly [ErrorCode, Messages]>;

function refusal(code: ErrorCode, vi: string, en: string): [ErrorCode, Messages] {
  return [code, { vi, en }];
}
