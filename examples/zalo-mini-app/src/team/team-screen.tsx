import { label } from '@cnscd/domain';
import { Button } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';
import type { MyTeam } from './load-team.ts';
import { teamPlace } from './team-place.ts';

/** Who is in the team, and what has become of its latest activities. */
export function TeamScreen() {
  const { team, status } = useWork();
  const { session } = useApp();
  const mine = team.kept?.value ?? null;
  if (mine === null || team.kept === null) return null;
  const { personName, role, inside } = mine;
  return (
    <Screen title={TEXTS.team.title}>
      <section className="card">
        <h2>{inside.name}</h2>
        <p>{teamPlace(mine.team)}</p>
        {!team.isFresh && <p className="quiet">{TEXTS.kpi.kept(momentText(new Date(team.kept.loadedAt)))}</p>}
      </section>
      <RecentActivities inside={inside} />
      <Members inside={inside} />
      <section className="card">
        <p>
          {personName} · {label('viewerRole', role, 'vi')}
        </p>
        {status.items.length > 0 && <p className="quiet">{TEXTS.signIn.signOutWaits(status.items.length)}</p>}
        <Button fullWidth variant="secondary" onClick={session.signOut}>
          {TEXTS.signIn.signOut}
        </Button>
      </section>
    </Screen>
  );
}

function RecentActivities({ inside }: Pick<MyTeam, 'inside'>) {
  const { nodes } = inside.activities;
  return (
    <section className="card">
      <h2>{TEXTS.team.recent}</h2>
      {nodes.length === 0 && <p className="quiet">{TEXTS.team.none}</p>}
      <ul className="lines">
        {nodes.map(({ id, title, status, statusReason, startsAt }) => (
          <li key={id} data-activity={id} data-status={status}>
            <strong>{title}</strong>
            <span className="quiet">
              {momentText(new Date(startsAt))} · {label('activityStatus', status, 'vi')}
            </span>
            {status === 'RETURNED' && (
              <span className="fault">
                {TEXTS.team.returned}: {statusReason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Members({ inside }: Pick<MyTeam, 'inside'>) {
  const { nodes, totalCount } = inside.members;
  return (
    <section className="card">
      <h2>{TEXTS.team.members(totalCount)}</h2>
      <ul className="lines">
        {nodes.map(({ id, displayName, phone, memberships }) => {
          const role = memberships.find(({ team }) => team.id === inside.id)?.role;
          return (
            <li key={id}>
              <strong>{displayName}</strong>
              <span className="quiet">
                {[role && label('memberRole', role, 'vi'), phone].filter((text) => text).join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
