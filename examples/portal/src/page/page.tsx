import type { Client } from '@cnscd/sdk';
import { useEffect, useMemo } from 'react';
import { Chooser } from '../chooser/chooser.tsx';
import { EmbedsSection } from '../embeds/embeds-section.tsx';
import { dayText } from '../figure-text.ts';
import { KpiSection } from '../kpi/kpi-section.tsx';
import { loadOverview } from '../overview/load-overview.ts';
import { OverviewSection } from '../overview/overview-section.tsx';
import { UnitTitle } from '../overview/unit-title.tsx';
import type { Session, SessionState } from '../sign-in/session.ts';
import { SupportSection } from '../support/support-section.tsx';
import { TeamSection } from '../teams/team-section.tsx';
import { WorkSection } from '../work/work-section.tsx';
import { Masthead, SectionLinks } from './masthead.tsx';
import { PortalContext, TEXTS } from './portal-context.tsx';
import { QueryStatus } from './query-status.tsx';
import { useUrlState } from './url-state.ts';
import { useQuery } from './use-query.ts';

interface PageProps {
  client: Client;
  /** Null where the host of the page offers no sign-in. */
  session: Session | null;
  hasFiles: boolean;
  graphqlUrl: string;
  signedIn: SessionState;
}

/** The whole page: the daily work of who has signed in, what is chosen, what is known about it. */
export function Page({ client, session, hasFiles, graphqlUrl, signedIn }: PageProps) {
  const isSignedIn = signedIn.account !== null;
  const [state, change] = useUrlState();
  const texts = TEXTS[state.lang];
  const embedding = useMemo(
    () => ({ endpoint: graphqlUrl, getToken: session?.getToken ?? null }),
    [graphqlUrl, session],
  );
  const portal = useMemo(
    () => ({ client, isSignedIn, hasFiles, embedding, state, change, language: state.lang, texts }),
    [client, isSignedIn, hasFiles, embedding, state, change, texts],
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
      <Masthead session={session} />
      <main id="content" tabIndex={-1}>
        {isSignedIn && <WorkSection isJustSignedIn={signedIn.isChanged} />}
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
            <EmbedsSection />
          </div>
        )}
      </main>
      <footer>
        <p>{texts.footer}</p>
      </footer>
    </PortalContext.Provider>
  );
}
