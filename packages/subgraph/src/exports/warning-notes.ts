import { formatNumber } from '@cnscd/domain';

/** A warning and the row that it is about: `Số tổ – Xã Cam Lộ`. */
export interface Warned {
  about: string;
  sentence: string;
}

/** More stand in the table for spreadsheets: a paper is read. */
const MOST_NOTES = 20;
const MOST_NAMES = 3;

/** Warnings as notes below a table: each sentence once, with what it is about unless it begins with that. */
export function warningNotes(warned: readonly Warned[]): string[] {
  const sentences = [...new Set(warned.map(({ sentence }) => sentence))];
  const notes = sentences.slice(0, MOST_NOTES).map((sentence) => {
    const names = warned.filter((each) => each.sentence === sentence).map(({ about }) => about);
    const untold = [...new Set(names)].filter((name) => !sentence.startsWith(`${name}:`));
    return untold.length === 0 ? sentence : `${listed(untold)}: ${sentence}`;
  });
  const left = sentences.length - notes.length;
  return left === 0 ? notes : [...notes, `Còn ${formatNumber(left)} cảnh báo khác, xem trong tệp Excel.`];
}

function listed(names: readonly string[]): string {
  const left = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join('; ');
  return left <= 0 ? shown : `${shown} và ${formatNumber(left)} dòng khác`;
}
