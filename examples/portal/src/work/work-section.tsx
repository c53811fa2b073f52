import { useEffect, useMemo, useRef, useState } from 'react';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { WorkContext } from './work-context.tsx';
import { WorkParts } from './work-parts.tsx';

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
          <WorkParts viewer={query.value} />
        </WorkContext.Provider>
      )}
    </section>
  );
}
