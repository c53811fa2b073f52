import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { TeamPlace } from '../../../features/teams/team-place.ts';
import type { Change } from '../../../operations/audit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import type { TeamToWrite } from './team-to-write.ts';

/** What a list of teams does not say of a decision. */
const ISSUER_NOT_STATED = 'chưa ghi trong tệp nhập';

interface DecisionDraft {
  id: string;
  number: string;
  issuedOn: string | null;
  unitId: string;
}

/**
 * Decisions that rows name by their numbers: those that are there stay, one is made for each number, day and
 * unit that is new. A list has only their numbers and days; the title repeats the number, and the issuer is said to be missing.
 *
 * @returns the rows with the decisions they name, and the changes for the audit
 */
export async function settleDecisions(
  tx: Transaction,
  rows: readonly TeamToWrite[],
  places: ReadonlyMap<string | null, TeamPlace>,
): Promise<{ decided: TeamToWrite[]; changes: Change[] }> {
  const drafts = new Map<string, DecisionDraft>();
  const decided = rows.map((row) => {
    if (row.decisionNumber === null || row.decisionId !== null) return row;
    const unitId = places.get(row.unitId)?.decidingUnitId ?? row.unitId;
    const { decisionNumber: number, decisionIssuedOn: issuedOn } = row;
    const key = `${unitId} ${number.replace(/\s/gu, '').toUpperCase()} ${issuedOn ?? ''}`;
    const draft = drafts.get(key) ?? { id: randomUUID(), number, issuedOn, unitId };
    drafts.set(key, draft);
    return { ...row, decisionId: draft.id };
  });
  const made = [...drafts.values()].map((draft) => ({
    ...draft,
    ...{ title: `Quyết định số ${draft.number}`, issuer: ISSUER_NOT_STATED },
  }));
  if (made.length === 0) return { decided, changes: [] };
  await tx.rows(sql`
    /* insertImportedDecisions */
    insert into founding_decision (id, number, title, issuer, issued_on, unit_id)
    select id, number, title, issuer, "issuedOn", "unitId"
    from json_to_recordset(${JSON.stringify(made)}::json)
      as d (id text, number text, title text, issuer text, "issuedOn" date, "unitId" text)`);
  const changes = made.map(
    ({ id, unitId, number, title, issuer, issuedOn }): Change => ({
      ...{ entityType: 'FoundingDecision', entityId: id, version: 1, unitId, before: null, reason: null },
      after: { number, title, issuer, issuedOn, effectiveOn: null, fileUrl: null },
    }),
  );
  return { decided, changes };
}
