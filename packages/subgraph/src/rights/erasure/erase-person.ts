import sql, { raw } from 'sql-template-tag';
import type { Write } from '../../operations/write.ts';
import { eraseImports } from './erase-imports.ts';
import { eraseRegister } from './erase-register.ts';
import { eraseTexts } from './erase-texts.ts';
import { eraseTraces } from './erase-traces.ts';
import type { ErasureLine } from './erasure-line.ts';
import { type PersonToErase, readPersonToErase } from './person-to-erase.ts';
import { TEXT_PLACES } from './text-places.ts';

export interface ErasureDraft {
  id: string;
  memberId: string;
  /** Sign-ins of the person, as issuer and subject. */
  signIns: readonly string[];
  /** Whether the name is masked also in texts about teams that the person was never in. */
  masksElsewhere: boolean;
}

export interface ErasedPerson extends PersonToErase {
  lines: ErasureLine[];
  /** Activities whose texts were masked. */
  activityIds: string[];
}

/**
 * Removes a person from everything that the database holds, and leaves every count as it is. What was found is told
 * line by line, with what stays and why.
 */
export async function erasePerson(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  { id, memberId, signIns, masksElsewhere }: ErasureDraft,
): Promise<ErasedPerson> {
  // Every text of the register is looked into: the limit of requests is not meant for it.
  await tx.rows(sql`set local statement_timeout = 0`);
  const person = await readPersonToErase({ tx }, memberId, signIns);
  const register = await eraseRegister({ tx, now }, person);
  const imports = await eraseImports(tx, person);
  const traces = await eraseTraces(tx, person, { erasureId: id, masksElsewhere });
  const texts = await eraseTexts(tx, person, { masksElsewhere });
  const lines = [...register, ...imports, ...traces, ...texts.lines].filter((line) => line !== null);
  await forgetStatistics(tx);
  return { ...person, lines, activityIds: texts.activityIds };
}

/** PostgreSQL keeps samples of what columns hold, names among them: they are taken anew. */
async function forgetStatistics(tx: Write['tx']): Promise<void> {
  const written = TEXT_PLACES.filter(({ isPublished }) => !isPublished).map(({ table }) => table);
  const tables = new Set(['member', 'audit_personal', 'import_row', ...written]);
  await tx.rows(sql`/* forgetStatistics */ analyze ${raw([...tables].join(', '))}`);
}
