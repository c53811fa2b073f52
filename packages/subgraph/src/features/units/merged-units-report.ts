import { formatDate, formatNumber, type LocalDate, type Period, period, periodBounds } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { ReportLine } from '../../entities/merger.ts';
import { workedOn } from '../../entities/team.ts';
import { happening, linesOf } from '../../operations/merger-report.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { Write } from '../../operations/write.ts';
import { figureLines, type MergedFigure } from './merged-figures.ts';
import type { UnitMerger } from './unit-merger.ts';
import type { EndedUnit } from './write-merged-units.ts';

/**
 * What a merger of units does, line by line. Of the figures of the merged units flows are summed, because what each did
 * adds up, and stocks are listed side by side, because nobody has counted them in the new unit.
 */
export async function mergedUnitsReport(
  { tx }: Pick<Write, 'tx'>,
  { from, made, effectiveOn }: UnitMerger,
  ended: readonly EndedUnit[],
): Promise<ReportLine[]> {
  const units = from.map(({ unit }) => unit);
  const ids = units.map(({ id }) => id);
  const names = new Map([...ended, ...units].map((unit) => [unit.id, unit.fullName]));
  const below = ended.filter(({ id }) => !ids.includes(id));
  const register = await registerOf(tx, [made.id, ...ids], effectiveOn);
  const targets = await targetsFrom(tx, [...names.keys()], effectiveOn);
  const figures = await figuresOf(tx, ids);
  const reports = await openReportsOf(tx, [...names.keys()]);
  return happening([
    listed('UNIT_MADE', [`${made.fullName}, ${formatDate(effectiveOn, 'vi')}`]),
    listed(
      'UNITS_ENDED',
      units.map(({ fullName, code, id }) => `${fullName} (${code ?? id})`),
    ),
    listed(
      'VILLAGES_FOLLOW',
      below.map(({ fullName, parentId }) => `${fullName}, ${names.get(parentId ?? '') ?? ''}`),
    ),
    ...registerLines(register, made.id, names),
    listed('TARGETS_END', targets),
    listed('REPORTS_CARRIED_ON', reports),
    ...figureLines(figures, units),
  ]);
}

/** What the new unit has in the register, and what each of the merged ones had. */
function registerLines(
  register: readonly RegisterRow[],
  madeId: string,
  names: ReadonlyMap<string, string>,
): ReportLine[] {
  const lineOf = (
    kind: 'TEAMS' | 'MEMBERS' | 'ACTIVITIES' | 'TEAMS_UNALLOCATED',
    containment: RegisterRow['containment'],
    count: 'teams' | 'members' | 'activities',
  ) => {
    const rows = register.filter((row) => row.containment === containment);
    const whole = rows.find(({ unitId }) => unitId === madeId)?.[count] ?? 0;
    const parts = rows.filter((row) => row.unitId !== madeId && row[count] > 0);
    const details = parts.map((row) => `${names.get(row.unitId)}: ${formatNumber(row[count])}`);
    return counted(kind, whole, details);
  };
  return [
    lineOf('TEAMS', 'WHOLE', 'teams'),
    lineOf('MEMBERS', 'WHOLE', 'members'),
    lineOf('ACTIVITIES', 'WHOLE', 'activities'),
    lineOf('TEAMS_UNALLOCATED', 'PART', 'teams'),
  ];
}

const { listed, counted } = linesOf({
  UNIT_MADE: ['Đơn vị mới', 'New unit'],
  UNITS_ENDED: ['Đơn vị kết thúc', 'Units that end'],
  VILLAGES_FOLLOW: ['Thôn, tổ dân phố đi theo đơn vị cũ', 'Villages that are found by lineage'],
  TEAMS: ['Tổ nay thuộc đơn vị mới', 'Teams that now lie in the new unit'],
  MEMBERS: ['Thành viên của các tổ đó', 'People in these teams'],
  ACTIVITIES: ['Hoạt động đã xác nhận của các tổ đó', 'Verified activities of these teams'],
  TEAMS_UNALLOCATED: [
    'Tổ của đơn vị trước đây chưa rõ thuộc trọn đơn vị mới',
    'Teams of former units that may lie only partly in the new one',
  ],
  REPORTS_CARRIED_ON: [
    'Báo cáo kỳ đang mở, do đơn vị mới tiếp tục xử lý',
    'Open period reports that the new unit carries on',
  ],
  TARGETS_END: ['Chỉ tiêu kết thúc cùng đơn vị cũ', 'Targets that end with their unit'],
});

interface RegisterRow {
  unitId: string;
  /** Teams of a unit that lies only partly in this one are counted apart. */
  containment: 'WHOLE' | 'PART';
  teams: number;
  /** Each person once. */
  members: number;
  activities: number;
}

/** The register of each unit on a day, the new one among them: scopes are written by now. */
function registerOf(tx: Transaction, ids: string[], day: LocalDate): Promise<RegisterRow[]> {
  return tx.rows<RegisterRow>(sql`
    /* registerOfMergedUnits */
    select s.region_id as "unitId", s.containment, count(distinct t.id) as teams, count(distinct ms.member_id) as members,
      count(distinct a.id) as activities
    from unit_scope s
    join team t on t.unit_id = s.unit_id and ${workedOn(day)}
    left join membership ms on ms.team_id = t.id
      and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)
    left join activity a on a.team_id = t.id and a.status = 'VERIFIED'
    where s.region_id = any(${ids}::text[])
    group by s.region_id, s.containment order by s.region_id, s.containment`);
}

/** Targets whose period was not over: in the new unit nobody has set them. */
async function targetsFrom(tx: Transaction, unitIds: string[], day: LocalDate): Promise<string[]> {
  const rows = await tx.rows<{ period: Period; statement: string; unitName: string }>(sql`
    /* targetsOfMergedUnits */
    select t.period, t.statement, u.full_name as "unitName" from target t join admin_unit u on u.id = t.unit_id
    where t.unit_id = any(${unitIds}::text[]) and t.superseded_at is null order by u.id, t.period, t.code`);
  return rows
    .filter((target) => periodBounds(period(target.period)).to >= day)
    .map((target) => `${target.unitName}, ${target.period}: ${target.statement}`);
}

/** Period reports that are not locked yet: the officers of the new unit go on with them. */
async function openReportsOf(tx: Transaction, unitIds: string[]): Promise<string[]> {
  const rows = await tx.rows<{ unitName: string; templateCode: string; period: string }>(sql`
    /* openReportsOfMergedUnits */
    select u.full_name as "unitName", r.template_code as "templateCode", r.period
    from report r join admin_unit u on u.id = r.unit_id
    where r.unit_id = any(${unitIds}::text[]) and r.status <> 'LOCKED' order by r.period, r.template_code, u.id`);
  return rows.map(({ unitName, templateCode, period }) => `${unitName}, ${period}: ${templateCode}`);
}

function figuresOf(tx: Transaction, ids: string[]): Promise<MergedFigure[]> {
  return tx.rows<MergedFigure>(sql`
    /* figuresOfMergedUnits */
    select f.unit_id as "unitId", f.indicator_code as "indicatorCode", i.name_vi as "nameVi", i.name_en as "nameEn",
      i.unit, i.aggregation, f.level, f.team_kind as "teamKind", f.value, f.qualifier, f.as_of as "asOf", f.period
    from reported_figure f join indicator i on i.code = f.indicator_code
    where f.unit_id = any(${ids}::text[]) and f.superseded_at is null
    order by f.indicator_code, f.period desc nulls last, f.level nulls first, f.team_kind nulls first, f.as_of desc, f.id desc`);
}
