import { label, type SubjectRequestStatus } from '@cnscd/domain';
import { usePortal } from '../../page/portal-context.tsx';

/** How far a request is, in a colour and in words. */
export function RequestTag({ status }: { status: SubjectRequestStatus }) {
  const { language } = usePortal();
  return (
    <span className={`tag request-${status.toLowerCase()}`}>
      {label('subjectRequestStatus', status, language)}
    </span>
  );
}
