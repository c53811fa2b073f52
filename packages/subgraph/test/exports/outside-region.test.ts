import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { administrator, officer, staffedTeams, stranger } from '../support/people.ts';
import { exportsOfRegister, refusalOf } from './reading.ts';

const { database, read } = await exportsOfRegister();
const [team] = await staffedTeams(database, '19597');
if (team === undefined) throw new Error('no staffed team');
// A unit where there is nothing to hide, beside one where there is.
const [bare] = await database.rows<{ code: string }>(sql`
  select u.code from admin_unit u join admin_unit p on p.id = u.parent_id
  where u.level = 'COMMUNE' and u.valid_to is null and p.code = '48' and not exists (
    select from unit_scope s join team t on t.unit_id = s.unit_id where s.region_id = u.id)
  order by u.code limit 1`);
const SOMEWHERE = ['48', bare?.code ?? expect.fail('every commune has a team')];

const OUTSIDERS: readonly (readonly [string, Claims])[] = [
  ['an officer of another province', officer('PROVINCIAL_OFFICER', '44')],
  ['an officer of a province that ended', officer('PROVINCIAL_OFFICER', '45@2025-01-01')],
  ['a leader of a team elsewhere', team.leader],
  ['a stranger', stranger()],
];

describe.each(['roster.csv', 'activities.pdf'])('%s of a unit', (name) => {
  it.each(OUTSIDERS)('is refused in words, alike whatever lies there, to %s', async (_, as) => {
    for (const unitCode of SOMEWHERE) {
      expect(await refusalOf(read(name, { unitCode }, { as }))).toMatchObject({
        ...{ code: 'NOT_PERMITTED', field: 'unitCode' },
        messages: {
          vi: expect.stringMatching(
            /^Bạn không xem được bên trong tổ nào của (Thành phố|Xã|Phường|Đặc khu) /,
          ),
        },
      });
    }
  });

  it.each([
    ['above the own one', officer('COMMUNE_OFFICER', '19597'), '44'],
    ['of the own team', team.member, '19597'],
    ['around the own team', team.leader, '44'],
    ['in the own one, where there is nobody', administrator(), SOMEWHERE[1] ?? ''],
  ])('is a file for a unit %s', async (_, as, unitCode) => {
    expect(
      (await read(name, { unitCode, ...(name === 'roster.csv' ? {} : { period: '2022-01' }) }, { as }))
        .columns.length,
    ).toBeGreaterThan(5);
  });

  it('is no file of a unit that there is not', async () => {
    expect(await refusalOf(read(name, { unitCode: '99' }, { as: stranger() }))).toMatchObject({
      code: 'UNIT_NOT_FOUND',
    });
  });
});
