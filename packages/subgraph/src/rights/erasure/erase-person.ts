import sql from 'sql-template-tag';
import type { Write } from '../../operations/write.ts';
import { eraseImports } from './erase-imports.ts';
import { eraseRegister } from './erase-register.ts';
import { eraseSignIns } from './erase-sign-ins.ts';
import { eraseTexts } from './erase-texts.ts';
import { eraseTraces } from './erase-traces.ts';
import type { ErasureLine } from './erasure-line.ts';
import { forgetStatistics } from './forget-statistics.ts';
import { type PersonToErase, readPersonToErase } from './person-to-erase.ts';

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
  /** Reports in which words were masked or sign-ins replaced. */
  reportIds: string[];
}

/**
 * Removes a person from everything that the database holds, and leaves every count as it is. What was found is told
 * line by line, with what stays and why.
 */
export async function erasePerson(
  { tx, now, scope }: Pick<Write, 'tx' | 'now' | 'scope'>,
  { id, memberId, signIns, masksElsewhere }: ErasureDraft,
): Promise<ErasedPerson> {
  // Every text of the register is looked into: the limit of requests is not meant for it.
  await tx.rows(sql`set local statement_timeout = 0`);
  // What is signed lets words and sign-ins go for an erasure alone.
  await tx.rows(sql`/* beginErasure */ select set_config('cnscd.erasure', ${id}, true)`);
  const person = await readPersonToErase({ tx }, memberId, signIns);
  const register = await eraseRegister({ tx, now }, person);
  const imports = await eraseImports(tx, person);
  const traces = await eraseTraces(tx, person, { masksElsewhere, scope });
  const signedIn = await eraseSignIns(tx, person, id);
  const texts = await eraseTexts(tx, person, { masksElsewhere, scope });
  const lines = [...register, ...imports, ...traces, ...signedIn.lines, ...texts.lines].filter(
    (line) => line !== null,
  );
  await forgetStatistics(tx, person);
  const reportIds = [...new Set([...signedIn.reportIds, ...texts.reportIds])];
  return { ...person, lines, activityIds: texts.activityIds, reportIds };
}
