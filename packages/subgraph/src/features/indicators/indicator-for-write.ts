import { DomainError, isStorableText } from '@cnscd/domain';
import sql, { empty } from 'sql-template-tag';
import { indicatorColumns } from '../../entities/indicator.ts';
import type { IndicatorRow } from '../../entities/rows.ts';
import type { Transaction } from '../../operations/transaction.ts';

/**
 * The indicator that a write is about.
 *
 * @param lock - keeps others from changing it until the write is done
 * @throws {DomainError} `INDICATOR_NOT_FOUND`
 */
export async function requireIndicator(
  tx: Transaction,
  code: string,
  { field = 'indicatorCode', lock = false }: { field?: string; lock?: boolean } = {},
): Promise<IndicatorRow> {
  const [row] = isStorableText(code)
    ? await tx.rows<IndicatorRow>(sql`
        /* indicatorForWrite */
        select ${indicatorColumns} from indicator i where i.code = ${code} ${lock ? sql`for no key update of i` : empty}`)
    : [];
  if (row !== undefined) return row;
  throw new DomainError(
    'INDICATOR_NOT_FOUND',
    {
      vi: 'Không có chỉ tiêu thống kê nào mang mã này; xem indicators.',
      en: 'There is no indicator with this code; see indicators.',
    },
    { field, value: code.slice(0, 60) },
  );
}
