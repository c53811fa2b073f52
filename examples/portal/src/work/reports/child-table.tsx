import type { ReportStanding } from '@cnscd/domain';
import type { ReportChild, ReportProgress } from '@cnscd/sdk';
import { useState } from 'react';
import { dayText } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { StackedTable } from '../../page/stacked-table.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { ReportTag } from './report-tag.tsx';
import { useOpenReport } from './use-open-report.ts';

interface ChildTableProps {
  progress: ReportProgress;
  about: { templateCode: string; period: string };
  /** Goes down into a unit that others report to. */
  onEnter(unit: ReportChild['unit']): void;
}

/** What has come up is approved or returned; all else may be done without. */
const DECIDED_ABOUT: readonly ReportStanding[] = ['MISSING', 'DRAFT', 'RETURNED', 'WAIVED'];

/** The units that should report, each with where it stands and what can be done about it. */
export function ChildTable({ progress, about, onEnter }: ChildTableProps) {
  const { client, change, language, texts } = usePortal();
  const { announce, refresh } = useWork();
  const [asked, setAsked] = useState<ReportChild | null>(null);
  const opening = useOpenReport();
  const deciding = useWrite();
  const { levels } = progress.template;
  const isLowest = (child: ReportChild) => levels[0] === child.unit.level || child.unit.code === null;
  const decide = async (reason: string) => {
    if (asked === null) return;
    const { unit, waiver } = asked;
    const done =
      waiver === null
        ? await deciding.send({ ...about, unitId: unit.id, reason }, client.reports.waive)
        : await deciding.send(
            { id: waiver.id, expectedVersion: waiver.version, reason },
            client.reports.revokeWaiver,
          );
    if (done === null) return;
    setAsked(null);
    announce(waiver === null ? texts.reports.waived(unit.fullName) : texts.reports.notWaived(unit.fullName));
    refresh();
  };
  return (
    <>
      <WriteError error={opening.error} />
      <StackedTable
        caption={texts.reports.below}
        rows={progress.children}
        keyOf={({ unit }) => unit.id}
        columns={[
          {
            heading: texts.unit,
            isHeader: true,
            cell: (child) =>
              isLowest(child) ? (
                child.unit.fullName
              ) : (
                <button type="button" className="link" onClick={() => onEnter(child.unit)}>
                  {child.unit.fullName}
                </button>
              ),
          },
          {
            heading: texts.reports.standing,
            cell: ({ standing, waiver }) => (
              <>
                <ReportTag standing={standing} />
                {waiver !== null && <span className="source-note">{waiver.reason}</span>}
              </>
            ),
          },
          {
            heading: texts.reports.due,
            cell: ({ dueOn }) => (dueOn === null ? texts.unknown : dayText(dueOn, language)),
          },
          { heading: texts.reports.sent, cell: (child) => <Sent child={child} /> },
          {
            heading: texts.reports.toDo,
            cell: (child) => (
              <span className="row-buttons">
                {child.report !== null && (
                  <RowButton
                    name={texts.reports.look}
                    unit={child.unit.fullName}
                    onPress={() => child.report !== null && change({ report: child.report.id })}
                  />
                )}
                {child.standing === 'MISSING' && child.unit.level === 'VILLAGE' && (
                  <RowButton
                    name={texts.reports.open}
                    unit={child.unit.fullName}
                    onPress={() => opening.open({ ...about, unitId: child.unit.id })}
                  />
                )}
                {DECIDED_ABOUT.includes(child.standing) && (
                  <RowButton
                    name={child.waiver === null ? texts.reports.waive : texts.reports.revoke}
                    unit={child.unit.fullName}
                    onPress={() => {
                      deciding.forget();
                      setAsked(child);
                    }}
                  />
                )}
              </span>
            ),
          },
        ]}
      />
      {progress.children.some(({ dueOn }) => dueOn === null) && (
        <p className="hint">{texts.reports.dueUnknown}</p>
      )}
      {asked !== null && (
        <Dialog
          title={
            asked.waiver === null
              ? texts.reports.waiveOf(asked.unit.fullName)
              : texts.reports.revokeOf(asked.unit.fullName)
          }
          onClose={() => setAsked(null)}
        >
          <ReasonForm
            label={texts.reports.reason}
            action={asked.waiver === null ? texts.reports.waive : texts.reports.revoke}
            isSending={deciding.isSending}
            error={deciding.error}
            onSend={decide}
            onClose={() => setAsked(null)}
          />
        </Dialog>
      )}
    </>
  );
}

function Sent({ child: { submittedOn, daysLate, standing } }: { child: ReportChild }) {
  const { language, texts } = usePortal();
  return (
    <>
      {submittedOn !== null && dayText(submittedOn, language)}
      {daysLate !== null && daysLate > 0 && standing !== 'WAIVED' && (
        <span className="late">{texts.reports.daysLate(String(daysLate))}</span>
      )}
    </>
  );
}

interface RowButtonProps {
  name: string;
  unit: string;
  onPress(): void;
}

function RowButton({ name, unit, onPress }: RowButtonProps) {
  return (
    <button type="button" className="link" aria-label={`${name}: ${unit}`} onClick={onPress}>
      {name}
    </button>
  );
}
