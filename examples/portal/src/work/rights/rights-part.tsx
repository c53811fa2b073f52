import type { UnitSummary } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';
import { FileButtons } from './file-buttons.tsx';
import { FindPerson } from './find-person.tsx';
import { PersonRights } from './person-rights.tsx';
import { RequestList } from './request-list.tsx';

interface RightsPartProps {
  /** Whose officer the caller is. */
  units: readonly UnitSummary[];
  /** The caller's own record in the register. */
  memberId: string | null;
}

/** What people in the register ask about their data, or one person's rights; who is no officer sees the own ones. */
export function RightsPart({ units, memberId }: RightsPartProps) {
  const { state, change, texts } = usePortal();
  const isOfficer = units.length > 0;
  const open = isOfficer ? state.person : memberId;
  if (open !== null) {
    const onClose = isOfficer ? () => change({ person: null }) : null;
    return <PersonRights key={open} id={open} decides={isOfficer} onClose={onClose} />;
  }
  return (
    <div className="panel" data-part="rights">
      <RequestList units={units} />
      <h4>{texts.rights.findPerson}</h4>
      <FindPerson units={units} />
      <h4>{texts.rights.record}</h4>
      <p className="hint">{texts.rights.recordHint}</p>
      <FileButtons
        what={texts.rights.record}
        path="rights/processing-record"
        formats={['docx', 'xlsx', 'json']}
        query={{ unit: units[0]?.fullName }}
      />
    </div>
  );
}
