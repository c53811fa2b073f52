import { requireUuid, requireZaloGroup } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { appendAudit } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs } from '../../permissions/team-role.ts';
import { TeamResult } from './team.ts';
import { LinkZaloGroupInput } from './team-inputs.ts';
import { requireNotEnded, requireTeamVersion, teamChange } from './team-state.ts';

type Input = typeof LinkZaloGroupInput.$inferInput;

writeField({
  field: 'linkZaloGroup',
  description: `Links the Zalo group of a team, or says that the link is broken or gone. For its leader and deputies and the
officers of its unit. Errors: \`TEAM_NOT_FOUND\`, \`TEAM_ENDED\`, \`INPUT_INVALID\`, \`TEXT_SENSITIVE\`, \`NOT_PERMITTED\`.`,
  input: LinkZaloGroupInput,
  result: TeamResult,
  operation: linkZaloGroup,
});

async function linkZaloGroup(write: Write, input: Input) {
  const { tx, who } = write;
  const id = requireUuid(input.id, 'id');
  const given = input.url?.trim() || null;
  const { url, status } = requireZaloGroup(given, input.status ?? (given === null ? 'NONE' : 'LINKED'));
  const { role: _, ...team } = await requireTeamAs(write, id, {
    atLeast: 'LEADER',
    field: 'id',
    lock: 'UPDATE',
  });
  requireTeamVersion(team, input.expectedVersion);
  requireNotEnded(team, 'id');
  const version = team.version + 1;
  await tx.rows(sql`
    /* linkZaloGroup */
    update team set zalo_group_url = ${url}, zalo_group_status = ${status}::zalo_group_status, version = ${version}
    where id = ${team.id}::uuid`);
  const after = { ...team, zaloGroupUrl: url, zaloGroupStatus: status };
  await appendAudit(tx, who, teamChange(team, after, { version, reason: null }));
  return done('Team', team.id, version);
}
