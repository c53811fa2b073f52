import type { ReactNode } from 'react';
import { useNavigate } from 'zmp-ui';
import { teamPlace } from '../team/team-place.ts';
import { TEXTS } from '../texts/vi.ts';
import { SyncCard } from '../waiting/sync-card.tsx';
import { ChartIcon, PeopleIcon, PlusIcon, ShareIcon } from './icons.tsx';
import { NoTeam } from './no-team.tsx';
import { Screen } from './screen.tsx';
import { useWork } from './signed-in.tsx';

/** What somebody sees first: the one thing that is done every day, what has become of it, and the way to the rest. */
export function HomeScreen() {
  const { team } = useWork();
  const navigate = useNavigate();
  const mine = team.kept?.value ?? null;
  if (mine === null && !team.isLoading) return <NoTeam />;
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
      <section className="team-name" aria-busy={mine === null}>
        <h2>{mine?.team.name ?? TEXTS.kpi.loading}</h2>
        {mine !== null && <p>{teamPlace(mine.team)}</p>}
        {mine?.team.isSynthetic === true && <p className="made-up">{TEXTS.madeUp}</p>}
      </section>
      <button
        type="button"
        className="record-button"
        onClick={() => navigate('/record')}
        disabled={mine === null}
      >
        <PlusIcon />
        {TEXTS.home.record}
      </button>
      <SyncCard />
      <nav className="ways">
        <Way to="/kpi" icon={<ChartIcon />} text={TEXTS.home.kpi} />
        <Way to="/team" icon={<PeopleIcon />} text={TEXTS.home.team} />
        <Way to="/share" icon={<ShareIcon />} text={TEXTS.home.share} />
      </nav>
    </Screen>
  );
}

function Way({ to, icon, text }: { to: string; icon: ReactNode; text: string }) {
  const navigate = useNavigate();
  return (
    <button type="button" className="way" onClick={() => navigate(to)}>
      {icon}
      {text}
    </button>
  );
}
