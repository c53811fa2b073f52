import { describe, expect, it } from 'vitest';
import { paperOf } from '../../src/exports/paper-of-table.ts';
import { warningNotes } from '../../src/exports/warning-notes.ts';
import { officer } from '../support/people.ts';
import { columnOf, exportsOfRegister } from './reading.ts';

const { contextOf, read } = await exportsOfRegister();
const provincial = officer('PROVINCIAL_OFFICER', '44');

describe('the paper of a table with warnings', () => {
  it.each([
    ['board', { unitCode: '44', period: '2023', boundary: 'CURRENT' }],
    ['board', { unitCode: '44', period: '2025', breakdown: 'COMMUNE' }],
    ['overview', { unitCode: '44', boundary: 'CURRENT' }],
    ['overview', { unitCode: '45', asOf: '2023-09-30', breakdown: 'DISTRICT' }],
  ] as const)('says below the table what the file says beside its rows: %s %o', async (name, given) => {
    const table = await read(`${name}.pdf`, given, { as: provincial });
    const sentences = columnOf(table, 'Cảnh báo').flatMap((cell) => (cell === null ? [] : [String(cell)]));
    expect(sentences.length).toBeGreaterThan(0);
    const paper = await paperOf(await contextOf(provincial), table);
    const notes = paper.sections[0]?.table?.notes.join('\n') ?? '';
    for (const text of sentences) for (const one of text.split('.; ')) expect(notes).toContain(one);
  });
});

describe('notes of warnings', () => {
  const about = (name: string, sentence: string) => ({ about: name, sentence });

  it('do not repeat the name that a sentence begins with', () => {
    expect(warningNotes([about('Xã A', 'Xã A: thiếu 45.')])).toEqual(['Xã A: thiếu 45.']);
  });

  it('say a sentence once, with the rows that it is about', () => {
    const names = ['Số tổ', 'Số tổ', 'Số thành viên', 'Xã A', 'Xã B', 'Xã C'];
    expect(warningNotes([...names.map((name) => about(name, 'Thiếu.')), about('Xã A', 'Thừa.')])).toEqual([
      'Số tổ; Số thành viên; Xã A và 2 dòng khác: Thiếu.',
      'Xã A: Thừa.',
    ]);
  });

  it('say how many more there are than a paper bears', () => {
    const notes = warningNotes(Array.from({ length: 1_022 }, (_, n) => about('Xã A', `Câu ${n}.`)));
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe('Còn 1.002 cảnh báo khác, xem trong tệp Excel.');
  });
});
