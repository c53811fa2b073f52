import { DownloadLinks } from '../files/download-links.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { HeadlineCard } from './headline-card.tsx';
import { levelBelow } from './level-below.ts';
import { LevelTable } from './level-table.tsx';
import { Lineage } from './lineage.tsx';
import type { OverviewView } from './load-overview.ts';
import { LowerUnits } from './lower-units.tsx';
import { WarningList } from './warning-list.tsx';

/** Teams and members as sources state them, and beside them what the register holds. */
export function OverviewSection({ view }: { view: OverviewView }) {
  const { client, state, texts } = usePortal();
  const { overview } = view;
  if (overview === null) {
    return (
      <section id="tong-quan" aria-label={texts.overview}>
        <p className="notice">{texts.splitNow(view.chosen.fullName)}</p>
        <Lineage unit={view.chosen} />
      </section>
    );
  }
  const hasRegister = overview.teams.registered !== null;
  return (
    <section id="tong-quan" aria-label={texts.overview}>
      <div className="cards">
        <HeadlineCard
          name={texts.teams}
          pair={overview.teams}
          isRegisterSynthetic={view.isRegisterSynthetic}
        />
        <HeadlineCard
          name={texts.members}
          pair={overview.members}
          isRegisterSynthetic={view.isRegisterSynthetic}
        />
        <CoverageCard coverage={overview.coverage} />
      </div>
      <WarningList warnings={overview.warnings} />
      <LevelTable rows={overview.teamsByLevel} />
      <DownloadLinks
        kind="OVERVIEW"
        onTake={(format, options) => {
          const { unit: unitCode, asOf, boundary } = state;
          const breakdown = levelBelow(view.chosen.level, asOf);
          return client.exports.download(
            'overview',
            { format, unitCode, asOf, boundary, breakdown },
            options,
          );
        }}
      />
      {hasRegister && view.isRegisterSynthetic && (
        <p className="notice is-quiet">{texts.syntheticRegister}</p>
      )}
      <div className="side-by-side">
        <LowerUnits unit={view.chosen} />
        <Lineage unit={view.chosen} />
      </div>
    </section>
  );
}
