import { describe, expect, it } from 'vitest';
import { newTeam } from '../support/new-teams.ts';
import { administrator } from '../support/people.ts';
import { columnOf, exportsOfRegister } from './reading.ts';

const { database, read } = await exportsOfRegister();
const made: string[] = [];
for (let n = 1; n <= 11; n += 1) {
  const { code } = await newTeam(database, '19597', { [`Người ${n}`]: { role: 'LEADER' } });
  made.push(code);
}

describe('numbered teams in a file', () => {
  it.each(['teams.xlsx', 'roster.xlsx'])('stand as people count, 2 before 10: %s', async (name) => {
    const table = await read(name, { unitCode: '19597' }, { as: administrator() });
    const codes = columnOf(table, 'Mã tổ').filter((code) => made.includes(String(code)));
    expect(made).toHaveLength(11);
    expect(codes).toEqual(made);
  });
});
