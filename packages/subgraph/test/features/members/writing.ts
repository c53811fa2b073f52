import sql from 'sql-template-tag';
import { officer, staffedTeams } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const MEMBERSHIP = `id version role isCore affiliations from to team { id code }
  member { id displayName version phone } responsibilities { kind name unit { id } }`;
const RESULT = {
  Membership: MEMBERSHIP,
  Member: 'id displayName phone version memberships { id }',
  Merger: 'id kind status version unit { code } report { kind count details }',
};

/** A mutation of people under a new key each time, as somebody. */
export const writing = (run: Parameters<typeof sendWrites>[0], field: string, type: keyof typeof RESULT) =>
  sendWrites(run, { [type]: RESULT[type] })(field);

/** The register with three teams of one district and one of another province, and the writes of their people. */
export async function teamsToWorkIn() {
  const { run, database } = await testSubgraph('loaded');
  const [team, other, third] = await staffedTeams(database, '468', 3);
  const [foreign] = await staffedTeams(database, '48');
  if (team === undefined || other === undefined || third === undefined || foreign === undefined)
    throw new Error('no teams');
  const villageOf = async (unitId: string) => {
    const [village] = await database.rows<{ id: string }>(sql`
      select u.id from unit_scope s join admin_unit u on u.id = s.unit_id
      where s.region_id = ${unitId} and u.level = 'VILLAGE' order by u.id limit 1`);
    return village?.id;
  };
  let people = 0;
  return {
    ...{ run, database, team, other, third, foreign, villageOf, village: await villageOf(team.unitId) },
    provincial: officer('PROVINCIAL_OFFICER', '44'),
    add: writing(run, 'addMember', 'Membership'),
    update: writing(run, 'updateMember', 'Member'),
    change: writing(run, 'changeMembership', 'Membership'),
    end: writing(run, 'endMembership', 'Membership'),
    /** Somebody new for the team, with a name that no other test gives. */
    newcomer: (more: Record<string, unknown> = {}) => {
      people += 1;
      return {
        teamId: team.id,
        person: { displayName: `Lò Văn Mới ${'abcdefghijklmnopqrstuvwxyz'[people % 26]}${people}` },
        from: '2026-10-01',
        ...more,
      };
    },
    /** Numbers of rows: what is refused leaves them as they are. */
    registerSize: async () => {
      const [sizes] = await database.rows(sql`
        select (select count(*) from member) as members, (select count(*) from membership) as memberships,
          (select count(*) from responsibility) as duties, (select count(*) from audit_entry) as entries`);
      return sizes;
    },
  };
}
