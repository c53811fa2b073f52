import { fileRefusal, notASpreadsheet } from '../file-refusals.ts';
import { readCompoundFile } from './compound-file.ts';
import { recordsIn } from './records.ts';

/**
 * Refuses a compound file that is no workbook of Excel 97–2003, or one with a password, macros or links to others.
 *
 * @throws {DomainError} `FILE_UNSUPPORTED`, `FILE_UNSAFE`, `FILE_UNREADABLE`
 */
export function inspectXls(file: Uint8Array): void {
  const compound = readCompoundFile(file);
  const { names } = compound;
  // What Excel 2007 and later lock by a password is put into a compound file.
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) throw fileRefusal('ENCRYPTED');
  const book = compound.stream('Workbook');
  if (book === null) {
    if (names.includes('WordDocument')) throw notASpreadsheet({ vi: 'văn bản Word', en: 'a Word document' });
    throw notASpreadsheet({
      vi: 'tệp Office đời cũ không đọc được',
      en: 'an old office file that cannot be read',
    });
  }
  if (names.includes('_VBA_PROJECT_CUR') || names.includes('VBA')) throw fileRefusal('MACROS');
  inspectRecords(book);
}

const [FILE_PASS, SUP_BOOK] = [0x2f, 0x1ae];
// A workbook names itself and add-ins where it names others.
const [OWN_BOOK, ADD_INS] = [0x0401, 0x3a01];

function inspectRecords(book: Uint8Array): void {
  for (const { id, view } of recordsIn(book)) {
    if (id === FILE_PASS) throw fileRefusal('ENCRYPTED');
    if (id !== SUP_BOOK) continue;
    const names = view.byteLength < 4 ? null : view.getUint16(2, true);
    if (names !== OWN_BOOK && names !== ADD_INS) throw fileRefusal('EXTERNAL_LINKS');
  }
}
