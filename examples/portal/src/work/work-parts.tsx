import type { Viewer } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { Tabs } from '../page/tabs.tsx';
import { WORK_PARTS, type WorkPart } from '../page/url-state.ts';
import { DailyWork } from './daily-work.tsx';
import { ExportPart } from './exports/export-part.tsx';
import { ImportPart } from './imports/import-part.tsx';

/** The day's work for everybody; for officers also what they do with whole files. */
export function WorkParts({ viewer }: { viewer: Viewer }) {
  const { hasFiles, state, change, texts } = usePortal();
  const units = viewer.roles.flatMap(({ unit }) => (unit === null || unit.code === null ? [] : [unit]));
  const isOffered = { DAILY: true, IMPORT: hasFiles, EXPORT: hasFiles } satisfies Record<WorkPart, boolean>;
  const parts = units.length === 0 ? [] : WORK_PARTS.filter((part) => isOffered[part]);
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
    </Tabs>
  );
}
