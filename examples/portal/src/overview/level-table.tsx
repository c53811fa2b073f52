import { formatNumber, formatQualified, type Language, label } from '@cnscd/domain';
import type { FigurePair, TeamLevelFigure } from '@cnscd/sdk';
import { capitalised } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { type Column, StackedTable } from '../page/stacked-table.tsx';
import type { Texts } from '../texts/vi.ts';
import { Missing } from './missing.tsx';

/** Teams and members by level and kind, as far as sources or the register split them. */
export function LevelTable({ rows }: { rows: readonly TeamLevelFigure[] }) {
  const { language, texts } = usePortal();
  if (rows.length === 0) return null;
  const columns: Column<TeamLevelFigure>[] = [
    { heading: texts.levelAndKind, isHeader: true, cell: (row) => rowName(row, language, texts) },
    {
      heading: `${texts.teams}: ${lower(texts.reported)}`,
      isNumber: true,
      cell: (row) => <Reported pair={row.teams} />,
    },
    {
      heading: `${texts.teams}: ${lower(texts.registered)}`,
      isNumber: true,
      cell: (row) => <Registered pair={row.teams} />,
    },
    {
      heading: `${texts.members}: ${lower(texts.reported)}`,
      isNumber: true,
      cell: (row) => <Reported pair={row.members} />,
    },
    {
      heading: `${texts.members}: ${lower(texts.registered)}`,
      isNumber: true,
      cell: (row) => <Registered pair={row.members} />,
    },
    { heading: texts.ruleRange, isNumber: true, cell: (row) => ruleRange(row, language, texts) },
  ];
  return (
    <StackedTable
      caption={texts.byLevel}
      columns={columns}
      rows={rows}
      keyOf={({ level, kind }) => `${level} ${kind}`}
    />
  );
}

function Reported({ pair: { reported } }: { pair: FigurePair }) {
  const { language } = usePortal();
  return reported === null ? (
    <Missing />
  ) : (
    <strong>{formatQualified(reported.value, reported.qualifier, language)}</strong>
  );
}

function Registered({ pair: { registered } }: { pair: FigurePair }) {
  const { language } = usePortal();
  return registered === null ? '–' : formatNumber(registered, { language });
}

function rowName({ level, kind }: TeamLevelFigure, language: Language, texts: Texts): string {
  const names = [
    level === null ? null : label('adminLevel', level, language),
    kind === null ? null : label('teamKind', kind, language),
  ].filter((name) => name !== null);
  return capitalised(names.length === 0 ? texts.allLevels : names.join(' · '));
}

function ruleRange(
  { fewestMembers: few, mostMembers: most }: TeamLevelFigure,
  language: Language,
  texts: Texts,
): string {
  if (few === null) return texts.noRule;
  const fewText = formatNumber(few, { language });
  if (most === null) return texts.atLeastMembers(fewText);
  return most === few
    ? texts.exactlyMembers(fewText)
    : texts.betweenMembers(fewText, formatNumber(most, { language }));
}

const lower = (text: string): string => text.toLowerCase();
