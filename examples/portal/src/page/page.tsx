import type { Client } from '@cnscd/sdk';
import { useEffect, useMemo } from 'react';
import { Chooser } from '../chooser/chooser.tsx';
import { dayText } from '../figure-text.ts';
import { KpiSection } from '../kpi/kpi-section.tsx';
import { loadOverview } from '../overview/load-overview.ts';
import { OverviewSection } from '../overview/overview-section.tsx';
import { UnitTitle } from '../overview/unit-title.tsx';
import { SupportSection } from '../support/support-section.tsx';
import { TeamSection } from '../teams/team-section.tsx';
import { Masthead, SectionLinks } from './masthead.tsx';
import { PortalContext, TEXTS } from './portal-context.tsx';
import { QueryStatus } from './query-status.tsx';
import { useUrlState } from './url-state.ts';
import { useQuery } from './use-query.ts';

/** The whole page: what is chosen above, what is known about it below. */
export function Page({ client }: { client: Client }) {
  const [state, change] = useUrlState();
  const texts = TEXTS[state.lang];
  const portal = useMemo(
    () => ({ client, state, change, language: state.lang, texts }),
    [client, state, change, texts],
  );
  const { unit, asOf, boundary } = state;
  const query = useQuery(`overview ${unit} ${asOf} ${boundary}`, (signal) =>
    loadOverview(client, { unit, asOf, boundary }, signal),
  );
  const view = query.value;
  const unitName = view?.chosen.fullName ?? '';
  useEffect(() => {
    document.documentElement.lang = state.lang;
    document.title = [unitName, dayText(asOf, state.lang), texts.title]
      .filter((part) => part !== '')
      .join(' · ');
  }, [unitName, asOf, state.lang, texts]);

  return (
    <PortalContext.Provider value={portal}>
      <Masthead />
      <main id="content" tabIndex={-1}>
        <Chooser unitName={unitName} daysOfSources={view?.daysOfSources ?? []} />
        <QueryStatus query={query} />
        {view !== null && query.error === null && (
          <div className={query.isLoading ? 'is-stale' : ''} aria-busy={query.isLoading}>
            <UnitTitle view={view} />
            <SectionLinks />
            <OverviewSection view={view} />
            <KpiSection view={view} />
            <TeamSection view={view} />
            <SupportSection view={view} />
          </div>
        )}
      </main>
      <footer>
        <p>{texts.footer}</p>
      </footer>
    </PortalContext.Provider>
  );
}
