import { label } from '@cnscd/domain';
import type { Viewer } from '@cnscd/sdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { capitalised } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { UnitWork } from './officer/unit-work.tsx';
import { TeamWork } from './team-work.tsx';
import { WorkContext } from './work-context.tsx';

/** What somebody who has signed in has to do: in the teams that he or she is in, and for the units looked after. */
export function WorkSection({ isJustSignedIn }: { isJustSignedIn: boolean }) {
  const { client, texts } = usePortal();
  const [round, setRound] = useState(0);
  const [done, setDone] = useState('');
  const query = useQuery('viewer', (signal) => client.viewer({ signal }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isJustSignedIn) heading.current?.focus();
  }, [isJustSignedIn]);
  const work = useMemo(
    () => ({ round, refresh: () => setRound((count) => count + 1), announce: setDone }),
    [round],
  );
  return (
    <section id="viec-cua-toi" className="work" aria-labelledby="work-heading">
      <h2 id="work-heading" tabIndex={-1} ref={heading}>
        {texts.work.title}
      </h2>
      <QueryStatus query={query} />
      <p role="status" className="done">
        {done}
      </p>
      {query.value !== null && (
        <WorkContext.Provider value={work}>
          <Places viewer={query.value} />
        </WorkContext.Provider>
      )}
    </section>
  );
}

/** One part for each place in which the person has something to do, officers' units first. */
function Places({ viewer }: { viewer: Viewer }) {
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
