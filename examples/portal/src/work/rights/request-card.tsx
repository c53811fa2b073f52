import { formatNumber, label } from '@cnscd/domain';
import type { MemberRights, SubjectRequest } from '@cnscd/sdk';
import { capitalised, dayText } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { DueLine } from './due-line.tsx';
import { RequestSteps } from './request-steps.tsx';
import { RequestTag } from './request-tag.tsx';

interface RequestCardProps {
  request: SubjectRequest;
  person: MemberRights;
  decides: boolean;
}

/** A request as it stands: what was asked, what is due, what was done, and what can be done now. */
export function RequestCard({ request, person, decides }: RequestCardProps) {
  const { language, texts } = usePortal();
  const { rights } = texts;
  const { kind, status, receivedOn, channel, statement, acknowledgedOn, extensionDays, closedOn } = request;
  return (
    <article className="request" data-request={kind}>
      <h5>
        {capitalised(label('subjectRequestKind', kind, language))} <RequestTag status={status} />
      </h5>
      <DueLine request={request} />
      {statement !== null && <p>{statement}</p>}
      <ul className="facts">
        <li>
          {rights.receivedBy(dayText(receivedOn, language), label('contactChannel', channel, language))}
        </li>
        {acknowledgedOn !== null && <li>{rights.acknowledgedOn(dayText(acknowledgedOn, language))}</li>}
        {extensionDays !== null && (
          <li>
            {rights.extendedBy(formatNumber(extensionDays, { language }), request.extensionReason ?? '')}
          </li>
        )}
        {closedOn !== null && (
          <li>
            {rights.closedOn(dayText(closedOn, language))}
            {request.outcome !== null && `: ${request.outcome}`}
          </li>
        )}
      </ul>
      {decides && closedOn === null && <RequestSteps request={request} person={person} />}
    </article>
  );
}
