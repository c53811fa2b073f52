import { useEffect, useRef, useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { ConsentList } from './consent-list.tsx';
import { FileButtons } from './file-buttons.tsx';
import { ReceiveRequest } from './receive-request.tsx';
import { RequestCard } from './request-card.tsx';
import { RestrictionList } from './restriction-list.tsx';

interface PersonRightsProps {
  id: string;
  /** Whether the caller handles the person and takes the steps of requests. */
  decides: boolean;
  /** Null where there is nowhere to go back to. */
  onClose: (() => void) | null;
}

/** Everything about one person's rights: requests with their steps, restriction, consents, and the evidence to hand out. */
export function PersonRights({ id, decides, onClose }: PersonRightsProps) {
  const { client, texts } = usePortal();
  const { round } = useWork();
  const [isReceiving, setIsReceiving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useQuery(`rights of ${id} ${round}`, (signal) => client.rights.of({ id }, { signal }));
  const person = query.value;
  const isThere = person !== null;
  // Who came here by keyboard goes on from here.
  useEffect(() => {
    if (isThere && decides) heading.current?.focus();
  }, [isThere, decides]);
  return (
    <div className="panel" data-part="person">
      {onClose !== null && (
        <button type="button" className="link" onClick={onClose}>
          ← {texts.rights.back}
        </button>
      )}
      <QueryStatus query={query} isQuiet={isThere} />
      {person !== null && (
        <>
          <h3 tabIndex={-1} ref={heading}>
            {person.displayName}{' '}
            {person.isRestricted && <span className="tag">{texts.rights.restricted}</span>}
            {person.isErased && <span className="tag">{texts.rights.erased}</span>}
          </h3>
          {person.isErased ? (
            <p className="notice">{texts.rights.isErased}</p>
          ) : (
            <>
              <h4>{texts.rights.evidence}</h4>
              <p className="hint">{decides ? texts.rights.evidenceHint : texts.rights.ownEvidenceHint}</p>
              <FileButtons
                what={texts.rights.evidence}
                path={`rights/evidence/${id}`}
                formats={['xlsx', 'json']}
              />
            </>
          )}
          <h4>{texts.rights.requests}</h4>
          {person.subjectRequests.length === 0 && <p className="missing">{texts.rights.receiveFirst}</p>}
          {person.subjectRequests.map((request) => (
            <RequestCard key={request.id} request={request} person={person} decides={decides} />
          ))}
          {!person.isErased &&
            (isReceiving ? (
              <ReceiveRequest memberId={id} isOwn={!decides} onClose={() => setIsReceiving(false)} />
            ) : (
              <button type="button" className="button" onClick={() => setIsReceiving(true)}>
                {texts.rights.receive}
              </button>
            ))}
          <RestrictionList person={person} decides={decides} />
          <ConsentList person={person} isOwn={!decides} />
        </>
      )}
    </div>
  );
}
