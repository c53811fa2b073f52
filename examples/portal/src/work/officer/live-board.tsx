import { formatDate, periodLabel, today } from '@cnscd/domain';
import type { KpiBoard } from '@cnscd/sdk';
import { useEffect, useRef, useState } from 'react';
import { DownloadLinks } from '../../files/download-links.tsx';
import { asEntry } from '../../kpi/kpi-entry.ts';
import { KpiTable } from '../../kpi/kpi-table.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { periodsOfWork } from './periods-of-work.ts';
import { useTicks } from './use-ticks.ts';

const EVERY_MS = 15_000;

/** What the work of the unit's teams comes to: computed, registered and reported side by side, as it is now. */
export function LiveBoard({ unitCode }: { unitCode: string }) {
  const { client, language, texts } = usePortal();
  const { round } = useWork();
  const day = today(new Date());
  const periods = periodsOfWork(day);
  const [period, setPeriod] = useState<string>(periods[0] ?? day.slice(0, 4));
  const tick = useTicks(EVERY_MS);
  const query = useQuery(`live board ${unitCode} ${period} ${round} ${tick}`, async (signal) => ({
    board: await client.indicators.board({ unitCode, period }, { signal }),
    seenAt: new Date(),
  }));
  const asked = query.value?.board.period === period ? query.value : null;
  const seen = useLastOf(asked, period);
  const rows = (seen?.board.rows ?? []).filter(isOfWork);
  return (
    <div className="panel" data-part="board">
      <h4>{texts.work.board}</h4>
      <div className="field period-field">
        <label htmlFor={`period-${unitCode}`}>{texts.period}</label>
        <select id={`period-${unitCode}`} value={period} onChange={({ target }) => setPeriod(target.value)}>
          {periods.map((each) => (
            <option key={each} value={each}>
              {periodLabel(each, language)}
            </option>
          ))}
        </select>
      </div>
      <QueryStatus query={query} isQuiet={seen !== null} />
      {seen !== null && (
        <>
          {rows.length === 0 ? (
            <p className="missing">{texts.noKpi}</p>
          ) : (
            <KpiTable caption={texts.work.boardCaption} values={rows.map(asEntry)} isDetailed />
          )}
          <DownloadLinks
            kind="BOARD"
            onTake={(format, options) =>
              client.exports.download('board', { format, unitCode, period }, options)
            }
          />
          <p className="hint">
            {texts.work.seenAt(
              `${seen.seenAt.toLocaleTimeString('vi-VN')}, ${formatDate(today(seen.seenAt), language)}`,
            )}
          </p>
        </>
      )}
    </div>
  );
}

type Row = KpiBoard['rows'][number];

/** A row that activities or the register have something to say about, or that has a goal. */
const isOfWork = ({ total }: Row): boolean =>
  total.computed !== null || total.registered !== null || total.target !== null || total.reported !== null;

/** The last answer to the same question: a lost connection leaves it on the screen, under the failure. */
function useLastOf<Value>(value: Value | null, question: string): Value | null {
  const last = useRef<{ question: string; value: Value | null }>({ question, value: null });
  if (last.current.question !== question) last.current = { question, value: null };
  useEffect(() => {
    if (value !== null) last.current = { question, value };
  }, [value, question]);
  return value ?? last.current.value;
}
