import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { isRestricted } from '../../../permissions/restricted.ts';
import { addFindings } from '../../judging/findings.ts';
import { dutyChanges } from './duties.ts';

/**
 * What is to be done for each row, into `judged`: what it changes as the officer sees it, and as a plan all that must
 * still be so when it is applied.
 */
export async function planRoster(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* planRoster */
    insert into judged (n, outcome, changes, plan)
    select t.n, (case when t.membership_id is null then 'NEW' when t.is_other or t."to" is distinct from t.old_to or t.sets_phone
        then 'CHANGED' else 'UNCHANGED' end)::import_outcome, case when cardinality(c.changes) > 0 then to_jsonb(c.changes) end,
      jsonb_build_object('teamId', t.team_id, 'memberId', t.member_id, 'personN', t.person_n,
        'membershipId', t.membership_id, 'version', t.version, 'splitOn', t.split_on)
    from roster_term t cross join lateral (select array_remove(array[
      case when t.membership_id is not null and t.role <> t.old_role
        then jsonb_build_object('field', 'role', 'before', t.old_role, 'after', t.role) end,
      case when t.membership_id is not null and t.is_core <> t.old_is_core
        then jsonb_build_object('field', 'isCore', 'before', t.old_is_core, 'after', t.is_core) end,
      case when t.is_other and not (t.affiliations @> t.old_affiliations and t.affiliations <@ t.old_affiliations)
        then jsonb_build_object('field', 'affiliations', 'before', t.old_affiliations, 'after', t.affiliations) end,
      case when t.membership_id is not null and t."to" is distinct from t.old_to
        then jsonb_build_object('field', 'to', 'before', t.old_to, 'after', t."to") end,
      case when t.sets_phone then jsonb_build_object('field', 'phones', 'before', case when t.had_phone then 'PRESENT' else 'ABSENT' end,
        'after', case when t.had_phone then 'REPLACED' else 'PRESENT' end) end,
      ${dutyChanges}
    ], null) as changes) c`);
  await addFindings(
    tx,
    'PHONE_REPLACED',
    sql`select n, 'phones', '{}'::jsonb from roster_term where sets_phone and had_phone`,
  );
  await addFindings(
    tx,
    'MEMBER_RESTRICTED',
    sql`
      select t.n, null::text, '{}'::jsonb from roster_term t join judged j on j.n = t.n
      where j.outcome <> 'UNCHANGED' and t.team_id is not null and ${isRestricted(sql`t.member_id`)}`,
  );
}
