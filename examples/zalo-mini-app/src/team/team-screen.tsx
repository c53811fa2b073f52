import { formatPhone, label, phoneNumber } from '@cnscd/domain';
import { Button } from 'zmp-ui';
import { KeptSince, NotLoaded } from '../page/not-loaded.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { UnlinkZalo } from '../sign-in/unlink-zalo.tsx';
import { useSignOut } from '../sign-in/use-sign-out.ts';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';
import type { MyTeams } from './load-team.ts';
import { teamPlace } from './team-place.ts';

/** Who is in the team, and what has become of its latest activities. */
export function TeamScreen() {
  const { mine, present, status } = useWork();
  const signOut = useSignOut();
  const known = mine.kept?.value ?? null;
  // That of another team may be there still, when one was chosen without a network.
  const inside = known?.inside.id === present?.team.id ? known?.inside : undefined;
  return (
    <Screen title={TEXTS.team.title}>
      {present === null || inside === undefined ? (
        <NotLoaded of={mine} />
      ) : (
        <>
          <section className="card">
            <h2>{present.team.name}</h2>
            <p>{teamPlace(present.team)}</p>
            <KeptSince of={mine} />
          </section>
          <RecentActivities inside={inside} />
          <Members inside={inside} />
        </>
      )}
      <section className="card">
        {present !== null && (
          <p>
            {known?.personName} · {label('viewerRole', present.role, 'vi')}
          </p>
        )}
        <p className="quiet">{TEXTS.signIn.signOutForgets}</p>
        {status.items.length > 0 && <p className="quiet">{TEXTS.signIn.signOutWaits(status.items.length)}</p>}
        <Button fullWidth variant="secondary" onClick={signOut}>
          {TEXTS.signIn.signOut}
        </Button>
        {known !== null && known.memberId !== null && <UnlinkZalo memberId={known.memberId} />}
      </section>
    </Screen>
  );
}

function RecentActivities({ inside }: Pick<MyTeams, 'inside'>) {
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

function Members({ inside }: Pick<MyTeams, 'inside'>) {
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
                {role && label('memberRole', role, 'vi')}
                {phone !== null && <Phone phone={phone} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A number that is shown whole can be called; one with dots in it cannot. */
function Phone({ phone }: { phone: string }) {
  const isWhole = /^\+\d+$/.test(phone);
  return <> · {isWhole ? <a href={`tel:${phone}`}>{formatPhone(phoneNumber(phone))}</a> : phone}</>;
}
