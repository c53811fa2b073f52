import sql, { type Sql } from 'sql-template-tag';
import { isRestricted } from './restricted.ts';
import { oversees, type Scope } from './scope.ts';

/** How much of a phone number somebody may see: all of it, its last digits, or (null) not that there is one. */
export type PhoneSight = 'WHOLE' | 'MASKED' | null;

/**
 * The {@link PhoneSight} of the scope on the person under the alias m: all for the person and for officers of a team
 * that the person is in on the day, the last digits for leaders and deputies of one unless the
 * person is restricted.
 */
export const phoneSight = (scope: Scope, day: string): Sql => sql`(case
  when m.id = ${scope.memberId}::uuid or ${isInTeam(day, oversees(scope, sql`t.unit_id`))} then 'WHOLE'
  when ${isInTeam(day, led(scope))} and not ${isRestricted(sql`m.id`)} then 'MASKED' end)`;

/** Whether the person is on the day in a team t that the condition holds for. */
const isInTeam = (day: string, condition: Sql): Sql => sql`exists (
  select from membership ms join team t on t.id = ms.team_id
  where ms.member_id = m.id and ms.valid_from <= ${day}::date
    and (ms.valid_to is null or ms.valid_to >= ${day}::date) and ${condition})`;

const led = ({ teams }: Scope): Sql =>
  sql`t.id = any(${teams.filter(({ role }) => role !== 'MEMBER').map(({ teamId }) => teamId)}::uuid[])`;
