import { label } from '@cnscd/domain';
import type { Viewer } from '@cnscd/sdk';
import { capitalised } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { UnitWork } from './officer/unit-work.tsx';
import { TeamWork } from './team-work.tsx';

/** One part for each place in which the person has something to do, officers' units first. */
export function DailyWork({ viewer }: { viewer: Viewer }) {
  const { language, texts } = usePortal();
  if (viewer.roles.length === 0) return <p className="notice">{texts.work.nothingToDo}</p>;
  return viewer.roles.map(({ role, unit, team }, index) => {
    const name = unit?.fullName ?? team?.name ?? '';
    return (
      <details className="place-of-work" key={`${role} ${unit?.id ?? team?.id}`} open={index === 0}>
        <summary>
          <h3>{name}</h3> <span className="tag">{capitalised(label('viewerRole', role, language))}</span>
        </summary>
        {unit !== null && <UnitWork unit={unit} />}
        {team !== null && <TeamWork team={team} role={role} memberId={viewer.member?.id ?? null} />}
      </details>
    );
  });
}
