import type { Database } from '../../src/database/client.ts';
import { sealAudit } from '../../src/operations/seal-audit.ts';
import { verifyAudit } from '../../src/operations/verify-audit.ts';
import { foldDeltas } from '../../src/rollup/fold-deltas.ts';
import { recount } from '../../src/rollup/recount.ts';

/** Does what is left for the worker, then holds the rollup and the chain against what they are made from. */
export async function settle(
  db: Database,
): Promise<{ drift: number; auditEntries: number; auditFaults: number }> {
  while ((await foldDeltas(db)) > 0);
  while ((await sealAudit(db)) > 0);
  const counted = await recount(db);
  const chain = await verifyAudit(db);
  return { drift: counted.driftCount, auditEntries: chain.sealedEntries, auditFaults: chain.faults.length };
}
