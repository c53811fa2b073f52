import { formatNumber, formatQualified } from '@cnscd/domain';
import type { KpiBoard, KpiValue, Unit, UnitName } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { StackedTable } from '../page/stacked-table.tsx';
import { useQuery } from '../page/use-query.ts';
import { levelBelow } from './level-below.ts';
import { Missing } from './missing.tsx';

interface LowerUnit {
  unit: UnitName;
  teams: KpiValue | undefined;
  members: KpiValue | undefined;
}

/** The units below that report of themselves in the year of the chosen day. */
export function LowerUnits({ unit }: { unit: Unit }) {
  const { client, state, change, language, texts } = usePortal();
  const level = levelBelow(unit.level, state.asOf);
  const year = state.asOf.slice(0, 4);
  const query = useQuery(level === null ? null : `lower ${unit.id} ${year}`, (signal) =>
    client.indicators.board(
      { unitCode: state.unit, period: year, indicatorCodes: ['TEAMS', 'MEMBERS'], breakdown: level },
      { signal },
    ),
  );
  if (level === null) return null;
  const units = query.value === null ? [] : lowerUnits(query.value);
  const known = units.filter(({ teams, members }) => hasValue(teams) || hasValue(members));
  return (
    <div className="panel">
      <h3>{texts.lowerUnits}</h3>
      <QueryStatus query={query} />
      {known.length > 0 && (
        <StackedTable
          caption={texts.lowerUnitsCount(
            formatNumber(known.length, { language }),
            formatNumber(units.length, { language }),
          )}
          rows={known}
          keyOf={(row) => row.unit.id}
          columns={[
            {
              heading: texts.unit,
              isHeader: true,
              cell: (row) => (
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    row.unit.code !== null && change({ unit: row.unit.code, team: null, breakdown: null })
                  }
                >
                  {row.unit.fullName}
                </button>
              ),
            },
            { heading: texts.teams, isNumber: true, cell: (row) => <Value value={row.teams} /> },
            { heading: texts.members, isNumber: true, cell: (row) => <Value value={row.members} /> },
          ]}
        />
      )}
      {query.value !== null && known.length === 0 && <p className="missing">{texts.noLowerUnits}</p>}
    </div>
  );
}

function Value({ value }: { value: KpiValue | undefined }) {
  const { language } = usePortal();
  return value === undefined || value.value === null ? (
    <Missing />
  ) : (
    formatQualified(value.value, value.qualifier, language)
  );
}

const hasValue = (value: KpiValue | undefined): boolean => value !== undefined && value.value !== null;

function lowerUnits({ rows }: KpiBoard): LowerUnit[] {
  const valuesOf = (code: string) => rows.find((row) => row.indicator.code === code)?.breakdown ?? [];
  const [teams, members] = [valuesOf('TEAMS'), valuesOf('MEMBERS')];
  return (teams.length > 0 ? teams : members).map(({ unit }) => ({
    unit,
    teams: teams.find((value) => value.unit.id === unit.id),
    members: members.find((value) => value.unit.id === unit.id),
  }));
}
