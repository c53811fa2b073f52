/** A record of the format of Excel 97–2003, and what it holds. */
export interface BiffRecord {
  id: number;
  view: DataView;
}

/** The records of a workbook one after the other; one that is cut off ends them. */
export function* recordsIn(book: Uint8Array, begin = 0): Generator<BiffRecord> {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  for (let at = begin; at + 4 <= book.length; ) {
    const bytes = view.getUint16(at + 2, true);
    if (at + 4 + bytes > book.length) return;
    yield { id: view.getUint16(at, true), view: new DataView(book.buffer, book.byteOffset + at + 4, bytes) };
    at += 4 + bytes;
  }
}
