import {
  DomainError,
  isStorableText,
  localDate,
  optionalText,
  requireDayWithin,
  requireDocumentUrl,
  requireText,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Change } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import type { Write } from '../../operations/write.ts';
import type { GroundFields } from './team-inputs.ts';

/** On what a team works: a decision that is there, a new one, or a reason why there is none yet. */
export interface Ground {
  decisionId: string | null;
  /** To be written. Its id is decisionId. */
  draft: DecisionDraft | null;
  noDecisionReason: string | null;
}

interface DecisionDraft {
  number: string;
  title: string;
  issuer: string;
  issuedOn: string | null;
  effectiveOn: string | null;
  fileUrl: string | null;
}

/** How far ahead a decision may come into force. */
const LONGEST_NOTICE_DAYS = 366;

/**
 * The ground that an input gives; nulls where it gives none.
 *
 * @throws {DomainError} `INPUT_INVALID` for more than one of them, `TEXT_INVALID`, `TEXT_SENSITIVE`, `DATE_INVALID`
 */
export function readGround(input: GroundFields, now: Date): Ground {
  const noDecisionReason = optionalText(input.noDecisionReason, 'noDecisionReason');
  const given = [input.decision, input.decisionId, noDecisionReason].filter((each) => each != null);
  if (given.length > 1) throw onlyOne();
  if (input.decision == null) return { decisionId: input.decisionId ?? null, draft: null, noDecisionReason };
  const { decision } = input;
  const day = (text: string | null | undefined, field: string, daysAhead: number) =>
    text == null ? null : requireDayWithin(localDate(text, field), field, { today: today(now), daysAhead });
  return {
    decisionId: newId(decision.id, 'decision.id'),
    noDecisionReason: null,
    draft: {
      number: requireText(decision.number, 'decision.number', LONGEST_NUMBER),
      title: requireText(decision.title, 'decision.title'),
      issuer: requireText(decision.issuer, 'decision.issuer', TEXT_LIMITS.name),
      issuedOn: day(decision.issuedOn, 'decision.issuedOn', 0),
      effectiveOn: day(decision.effectiveOn, 'decision.effectiveOn', LONGEST_NOTICE_DAYS),
      fileUrl:
        decision.fileUrl == null || decision.fileUrl.trim() === ''
          ? null
          : requireDocumentUrl(decision.fileUrl, 'decision.fileUrl'),
    },
  };
}

/** The decision as a report names it: by its number, or by its id where it is recorded already; none where there is none. */
export const decisionsOf = ({ decisionId, draft }: Ground): string[] => {
  const decision = draft?.number ?? decisionId;
  return decision === null ? [] : [decision];
};

const LONGEST_NUMBER = 100;

/**
 * Writes a new decision, or finds the one that is meant: one of the unit or of what the unit lies in.
 *
 * @returns changes for the audit
 * @throws {DomainError} `DECISION_NOT_FOUND`, `ID_TAKEN`
 */
export async function settleGround(
  tx: Write['tx'],
  { decisionId, draft }: Ground,
  place: { unitId: string | null; decidingUnitId: string },
): Promise<Change[]> {
  if (decisionId === null) return [];
  if (draft !== null)
    return [await insertDecision(tx, decisionId, { ...draft, unitId: place.decidingUnitId })];
  const [known] = isStorableText(decisionId)
    ? await tx.rows(sql`
        /* decisionForTeam */
        select d.id from founding_decision d where d.id = ${decisionId} and (${place.unitId}::text is null or exists (
          select from unit_scope s where s.region_id = d.unit_id and s.unit_id = ${place.unitId}))`)
    : [];
  if (known === undefined) throw decisionNotFound(decisionId);
  return [];
}

async function insertDecision(
  tx: Write['tx'],
  id: string,
  { unitId, ...draft }: DecisionDraft & { unitId: string },
): Promise<Change> {
  const [row] = await tx.rows(sql`
    /* insertDecision */
    insert into founding_decision (id, number, title, issuer, issued_on, effective_on, file_url, unit_id)
    values (${id}, ${draft.number}, ${draft.title}, ${draft.issuer}, ${draft.issuedOn}::date,
      ${draft.effectiveOn}::date, ${draft.fileUrl}, ${unitId})
    on conflict (id) do nothing returning id`);
  if (row === undefined) throw idTaken(id, 'decision.id');
  return {
    ...{ entityType: 'FoundingDecision', entityId: id, version: 1, unitId },
    ...{ before: null, after: { ...draft }, reason: null },
  };
}

function decisionNotFound(id: string): DomainError {
  const value = JSON.stringify(id).slice(1, -1).slice(0, 60);
  return new DomainError(
    'DECISION_NOT_FOUND',
    {
      vi: `Không có quyết định ${value} của đơn vị này hay của cấp trên.`,
      en: `There is no decision ${value} of this unit or of one above it.`,
    },
    { field: 'decisionId', value },
  );
}

function onlyOne(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'decision, decisionId và noDecisionReason loại trừ nhau; chỉ ghi một trong ba.',
      en: 'decision, decisionId and noDecisionReason exclude one another; give one of the three.',
    },
    { field: 'decision' },
  );
}
