import type { ReactNode } from 'react';
import { useNavigate } from 'zmp-ui';
import { Field } from '../record/field.tsx';
import { teamPlace } from '../team/team-place.ts';
import { TEXTS } from '../texts/vi.ts';
import { SyncCard } from '../waiting/sync-card.tsx';
import { ChartIcon, PeopleIcon, PlusIcon, ShareIcon } from './icons.tsx';
import { NoTeam } from './no-team.tsx';
import { Screen } from './screen.tsx';
import { useWork } from './signed-in.tsx';

/** What somebody sees first: the one thing that is done every day, what has become of it, and the way to the rest. */
export function HomeScreen() {
  const { mine, present } = useWork();
  const navigate = useNavigate();
  const isAnswered = !mine.isLoading || mine.kept !== null || mine.failure !== null;
  if (present === null && isAnswered) return <NoTeam />;
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
      <section className="team-name" aria-busy={present === null}>
        <h2>{present?.team.name ?? TEXTS.kpi.loading}</h2>
        {present !== null && <p>{teamPlace(present.team)}</p>}
        {present?.team.isSynthetic === true && <p className="made-up">{TEXTS.madeUp}</p>}
      </section>
      <TeamChoice />
      <button
        type="button"
        className="record-button"
        onClick={() => navigate('/record')}
        disabled={present === null}
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

/** For who works for more than one. */
function TeamChoice() {
  const { mine, present, choose } = useWork();
  const teams = mine.kept?.value?.teams ?? [];
  if (teams.length < 2 || present === null) return null;
  return (
    <Field
      label={TEXTS.home.whichTeam}
      fault={undefined}
      control={(ties) => (
        <select {...ties} value={present.team.id} onChange={({ target }) => choose(target.value)}>
          {teams.map(({ team }) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </select>
      )}
    />
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
