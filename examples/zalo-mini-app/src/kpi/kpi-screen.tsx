import { type Period, period, periodLabel, today } from '@cnscd/domain';
import type { TeamKpi } from '@cnscd/sdk';
import { useState } from 'react';
import { useApp } from '../page/app-context.tsx';
import { KeptSince, NotLoaded } from '../page/not-loaded.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { useKept } from '../page/use-kept.ts';
import { capitalised } from '../texts/capitalised.ts';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';
import { KpiRow } from './kpi-row.tsx';

/** How the team stands against its targets. Without a network: as it last was, with its day. */
export function KpiScreen() {
  const { mine, present } = useWork();
  const [day] = useState(() => today(new Date()));
  const periods = [period(day.slice(0, 7)), quarterOf(day), period(day.slice(0, 4))];
  const [chosen, setChosen] = useState(periods[0] as Period); // there are three
  return (
    <Screen title={TEXTS.kpi.title}>
      <fieldset className="periods" aria-label={TEXTS.kpi.period}>
        {periods.map((each) => (
          <button type="button" key={each} aria-pressed={each === chosen} onClick={() => setChosen(each)}>
            {capitalised(periodLabel(each, 'vi'))}
          </button>
        ))}
      </fieldset>
      {present === null ? (
        <NotLoaded of={mine} />
      ) : (
        <Kpis key={`${present.team.id} ${chosen}`} teamId={present.team.id} of={chosen} />
      )}
    </Screen>
  );
}

function Kpis({ teamId, of }: { teamId: string; of: Period }) {
  const { client } = useApp();
  const { user, status } = useWork();
  const loaded = useKept({
    ...{ user, name: `kpi/${teamId}/${of}`, occasion: status.lastSyncAt?.getTime() },
    load: (options) => client.indicators.kpisOfTeam({ id: teamId, period: of }, options),
  });
  const { kept, isFresh } = loaded;
  if (kept === null) return <NotLoaded of={loaded} />;
  return (
    <>
      <KeptSince of={loaded} />
      <p className="quiet" data-fresh={isFresh}>
        {isFresh && TEXTS.kpi.asOf(momentText(new Date(kept.loadedAt)))} {TEXTS.kpi.onlyVerified}
      </p>
      <ul className="kpis">
        {shownOf(kept.value).map((kpi) => (
          <KpiRow key={kpi.indicator.code} kpi={kpi} />
        ))}
      </ul>
    </>
  );
}

/** What was asked of the team first, then what it has done; of what it neither did nor has to do, nothing. */
function shownOf(kpis: readonly TeamKpi[]): TeamKpi[] {
  const targeted = kpis.filter(({ target }) => target !== null);
  const others = kpis.filter(({ target, indicator, value }) => {
    if (target !== null) return false;
    return ALWAYS.includes(indicator.code) || (value !== null && value > 0);
  });
  return [...targeted, ...others];
}

const ALWAYS: readonly string[] = ['VERIFIED_ACTIVITIES', 'REACHED', 'ASSISTED', 'SUCCEEDED'];

const quarterOf = (day: string): Period =>
  period(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
