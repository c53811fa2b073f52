import type { Viewer } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { Tabs } from '../page/tabs.tsx';
import { WORK_PARTS, type WorkPart } from '../page/url-state.ts';
import { DailyWork } from './daily-work.tsx';
import { ExportPart } from './exports/export-part.tsx';
import { ImportPart } from './imports/import-part.tsx';
import { ReportPart } from './reports/report-part.tsx';
import { RightsPart } from './rights/rights-part.tsx';

/**
 * The day's work for everybody; for officers also whole files, the rights of people, and reports, which leaders in
 * villages have too. Who is in the register sees what is held about him or her.
 */
export function WorkParts({ viewer }: { viewer: Viewer }) {
  const { hasFiles, state, change, texts } = usePortal();
  const units = viewer.roles.flatMap(({ unit }) => (unit === null || unit.code === null ? [] : [unit]));
  const villages = viewer.roles.flatMap(({ role, team }) =>
    role === 'LEADER' && team?.unit?.level === 'VILLAGE' ? [team.unit] : [],
  );
  const isOfficer = units.length > 0;
  const isOffered = {
    DAILY: true,
    IMPORT: isOfficer && hasFiles,
    EXPORT: isOfficer && hasFiles,
    REPORTS: isOfficer || villages.length > 0,
    RIGHTS: isOfficer || viewer.member !== null,
  } satisfies Record<WorkPart, boolean>;
  const parts = WORK_PARTS.filter((part) => isOffered[part]);
  const chosen = parts.find((part) => part === state.work) ?? 'DAILY';
  if (parts.length < 2) return <DailyWork viewer={viewer} />;
  return (
    <Tabs
      label={texts.work.title}
      tabs={parts.map((name) => ({ name, title: texts.work.parts[name] }))}
      chosen={chosen}
      onChoose={(work) => change({ work })}
    >
      {chosen === 'DAILY' && <DailyWork viewer={viewer} />}
      {chosen === 'IMPORT' && <ImportPart />}
      {chosen === 'EXPORT' && <ExportPart units={units} />}
      {chosen === 'REPORTS' && <ReportPart units={units} villages={villages} />}
      {chosen === 'RIGHTS' && <RightsPart units={units} memberId={viewer.member?.id ?? null} />}
    </Tabs>
  );
}
