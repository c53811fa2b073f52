import { randomUUID } from 'node:crypto';
import { fold, nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../../src/database/client.ts';
import { officer, staffedTeams } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const RESULT = {
  Consent: `id version purpose basis text { version wording } channel givenOn evidence
    withdrawal { channel withdrawnOn reason } member { id }`,
  SubjectRequest: `id version kind status channel receivedOn acknowledgeDueOn dueOn nextDueOn isOverdue isDueProvisional
    acknowledgedOn extensionDays extensionReason closedOn outcome member { id }`,
  Restriction: 'id version reason since liftedAt liftedReason request { id } member { id isRestricted }',
  Merger: 'id kind',
  Activity: 'id version title',
  UnitFigure: 'statement',
  Erasure: `id version reason isDryRun report { kind action count details } request { status }
    member { id isErased phone version }`,
  Member: 'id displayName phone version',
  Membership: 'id version member { id }',
};

/** A mutation about rights under a new key each time, as somebody. */
export const writing = (run: Parameters<typeof sendWrites>[0], field: string, type: keyof typeof RESULT) =>
  sendWrites(run, { [type]: RESULT[type] })(field);

let people = 0;

/** A team of Cam Lộ, who handles it and who does not, and people who join it. */
export async function teamWithRights(now = '2026-11-22T03:00:00Z') {
  const subgraph = await testSubgraph('loaded', now);
  const { database } = subgraph;
  const [team, other] = await staffedTeams(database, '19597', 2);
  if (team === undefined || other === undefined) throw new Error('no teams');
  return {
    ...subgraph,
    ...{ team, other },
    commune: officer('COMMUNE_OFFICER', '19597'),
    foreign: officer('PROVINCIAL_OFFICER', '48'),
    /** Somebody in the team, by rows, with a name of their own. */
    somebody: (teamId = team.id) => insertSomebody(database, teamId),
  };
}

async function insertSomebody(db: Database, teamId: string): Promise<{ id: string; membershipId: string }> {
  people += 1;
  const [id, membershipId] = [randomUUID(), randomUUID()];
  const name = `Đặng Thị Thử ${people}`;
  await db.rows(sql`
    insert into member (id, display_name, search_text, name_key)
    values (${id}::uuid, ${name}, ${fold(name)}, ${nameKey(name)})`);
  await db.rows(sql`
    insert into membership (id, team_id, member_id, role, valid_from)
    values (${membershipId}::uuid, ${teamId}::uuid, ${id}::uuid, 'MEMBER', '2026-01-05')`);
  return { id, membershipId };
}
