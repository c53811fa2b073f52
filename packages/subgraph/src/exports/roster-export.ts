import {
  type Affiliation,
  formatNumber,
  formatPhone,
  label,
  MEMBER_ROLES,
  type MemberRole,
  maskPhone,
  type ResponsibilityKind,
  searchTokens,
  today,
} from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../arguments.ts';
import type { Context } from '../context.ts';
import { requireTeam, teamNotFound } from '../entities/team.ts';
import { requireUnit } from '../entities/unit.ts';
import { seesInside } from '../permissions/guards.ts';
import { type PhoneSight, phoneSight } from '../permissions/phone-sight.ts';
import { isRestricted } from '../permissions/restricted.ts';
import { type Scope, scopeOf, seesTeam } from '../permissions/scope.ts';
import { phoneUnavailable } from '../personal-data/phone-cipher.ts';
import { containsAll, inNaturalOrder } from '../sql-fragments.ts';
import { defineExport } from './define-export.ts';
import { oneOf, text } from './export-filters.ts';
import { columnsOf, tableOf } from './export-table.ts';
import { readRows } from './read-rows.ts';
import { requireInsight } from './require-insight.ts';
import { requireWithin } from './row-limit.ts';
import { type Place, placeCells, placeColumns, placesOf } from './team-places.ts';
import { capitalised, named, placeOf, untilDay } from './words.ts';

interface RosterLine extends Place {
  teamCode: string;
  teamName: string;
  memberId: string;
  name: string;
  phone: Buffer | null;
  sight: PhoneSight;
  role: MemberRole;
  affiliations: Affiliation[];
  isCore: boolean;
  from: string;
  to: string | null;
  villageDuties: string | null;
  schoolDuties: string | null;
  deskDuties: string | null;
}

const column = columnsOf<RosterLine>();

/** ALLOWED: as much as the caller may see. MASKED: the last digits at most. NONE: the column stays empty. */
export const PHONE_CHOICES = ['ALLOWED', 'MASKED', 'NONE'] as const;

const FILTERS = {
  unitCode: text,
  teamId: text,
  asOf: text,
  search: text,
  role: oneOf(MEMBER_ROLES),
  phones: oneOf(PHONE_CHOICES),
};

/**
 * People of the teams that the caller sees inside, and the caller's own memberships: one row for each. Whose data are
 * restricted, and who was erased, is not in it.
 */
export const rosterExport = defineExport({
  kind: 'ROSTER',
  access: 'SCOPED',
  filters: FILTERS,
  narrowedBy: ['unitCode', 'teamId', 'role'],
  async read(ctx, filters, limit) {
    const day = dayOf(ctx, filters.asOf);
    const region = filters.unitCode === null ? null : await requireUnit(ctx, filters.unitCode, day);
    const team = filters.teamId === null ? null : await teamInside(ctx, filters.teamId);
    const scope = await scopeOf(ctx);
    const words = filters.search === null ? [] : searchTokens(filters.search, 'search');
    const phones = filters.phones ?? 'ALLOWED';
    const rows = await readRows<RosterLine>(
      ctx,
      sql`
      /* exportRoster */
      with chosen as materialized (
        select t.* from team t
        where ${team === null ? sql`true` : sql`t.id = ${team.id}::uuid`}
          and ${region === null ? sql`true` : sql`t.unit_id in (select s.unit_id from unit_scope s where s.region_id = ${region.id})`}
          and ${seesTeamOrIsIn(scope)}
      ), place as materialized ${placesOf(sql`select unit_id from chosen`)}
      -- Teams are sorted before their people: one number for each row is compared, not all the names of its place.
      , placed as materialized (
        select t.*, ${placeColumns()}, row_number() over (
          order by place.in_order nulls last, ${inNaturalOrder(sql`t.search_text`)}, t.id) as turn
        from chosen t left join place on place.unit_id = t.unit_id
      )
      select t.code as "teamCode", t.name as "teamName", ${placeColumns('t')}, m.id as "memberId", m.display_name as name, ms.role,
        ms.affiliations::text[] as affiliations, ms.is_core as "isCore", ms.valid_from as "from", ms.valid_to as "to",
        ${dutiesOf('VILLAGE')} as "villageDuties", ${dutiesOf('SCHOOL')} as "schoolDuties",
        ${dutiesOf('ONE_STOP_DESK')} as "deskDuties",
        ${phones === 'NONE' ? sql`null` : sql`m.phone_cipher`} as phone,
        ${phones === 'NONE' ? sql`null` : sql`case when m.phone_cipher is not null then ${phoneSight(scope, today(ctx.now))} end`} as sight
      from placed t
      join membership ms on ms.team_id = t.id
        and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)
      join member m on m.id = ms.member_id
      where (${seesTeam(scope)} or ms.member_id = ${scope.memberId}::uuid)
        and not ${isRestricted(sql`m.id`)} and m.erased_at is null
        and (${filters.role}::member_role is null or ms.role = ${filters.role}::member_role)
        and ${containsAll(sql`m.search_text`, words)}
      order by t.turn, ms.role, m.search_text, ms.id
      limit ${limit.mostRows + 1}`,
    );
    if (rows.length === 0) await requireInsight(ctx, region);
    const phoneOf = phoneReader(ctx, phones);
    return tableOf(
      {
        kind: 'ROSTER',
        title: 'Danh sách thành viên tổ công nghệ số cộng đồng',
        place: team === null ? placeOf(region) : team.name,
        regionId: team?.unitId ?? region?.id ?? null,
        time: untilDay(day),
        measureUnit: null,
        counted: peopleCounted(rows),
        notes: [],
      },
      [
        column.text('Mã tổ', (row) => row.teamCode, { widthCharacters: 18, onPaper: 'NEVER' }),
        column.text('Tên tổ', (row) => row.teamName, { widthCharacters: 40, onPaper: 'HEADING' }),
        ...placeCells<RosterLine>('NEVER'),
        column.text('Mã thành viên trong sổ', (row) => row.memberId, {
          widthCharacters: 38,
          onPaper: 'NEVER',
        }),
        column.text('Họ và tên', (row) => row.name, { widthCharacters: 28 }),
        column.text('Số điện thoại', phoneOf, { widthCharacters: 15 }),
        column.text('Vai trò', (row) => named('memberRole', row.role), { widthCharacters: 12 }),
        column.text('Thành phần', affiliationsOf, { widthCharacters: 30 }),
        column.text('Nòng cốt', (row) => (row.isCore ? 'Có' : 'Không'), {
          widthCharacters: 10,
          onPaper: 'IF_TELLING',
        }),
        column.day('Từ ngày', (row) => row.from),
        column.day('Đến ngày', (row) => row.to, { onPaper: 'IF_TELLING' }),
        column.text('Phụ trách thôn, tổ dân phố', (row) => row.villageDuties, { onPaper: 'IF_TELLING' }),
        column.text('Phụ trách trường học', (row) => row.schoolDuties, { onPaper: 'IF_TELLING' }),
        column.text('Phụ trách bộ phận một cửa', (row) => row.deskDuties, { onPaper: 'IF_TELLING' }),
      ],
      requireWithin(rows, limit),
    );
  },
});

/** What the membership ms looks after of a kind. */
const dutiesOf = (kind: ResponsibilityKind): Sql => sql`(
  select string_agg(r.name, '; ' order by ${inNaturalOrder(sql`r.name`)}, r.id) from responsibility r
  where r.membership_id = ms.id and r.kind = ${kind}::responsibility_kind)`;

const seesTeamOrIsIn = (scope: Scope): Sql =>
  scope.memberId === null
    ? seesTeam(scope)
    : sql`(${seesTeam(scope)} or exists (
        select from membership own where own.team_id = t.id and own.member_id = ${scope.memberId}::uuid))`;

/** @throws {DomainError} `TEAM_NOT_FOUND`, also for a team that the caller does not see inside */
async function teamInside(ctx: Context, id: string) {
  const team = await requireTeam(ctx, id, 'teamId');
  if (!(await seesInside(ctx, team.id))) throw teamNotFound('teamId', id);
  return team;
}

/** A membership is what teams call a member; who is in several teams is one person. */
function peopleCounted(rows: readonly RosterLine[]): string {
  const [teams, people] = [
    new Set(rows.map((row) => row.teamCode)),
    new Set(rows.map((row) => row.memberId)),
  ];
  const members = `${formatNumber(teams.size)} tổ, ${formatNumber(rows.length)} thành viên`;
  return people.size === rows.length ? members : `${members} (${formatNumber(people.size)} người)`;
}

const affiliationsOf = ({ affiliations }: RosterLine) =>
  affiliations.length === 0
    ? null
    : capitalised(affiliations.map((each) => label('affiliation', each)).join('; '));

/** A number with its zero, as text: as a number it would lose it. */
function phoneReader({ phones }: Context, choice: (typeof PHONE_CHOICES)[number]) {
  return ({ phone, sight }: RosterLine): string | null => {
    if (phone === null || sight === null) return null;
    if (phones === null) throw phoneUnavailable('phones');
    const number = phones.open(phone);
    return sight === 'WHOLE' && choice === 'ALLOWED' ? formatPhone(number) : maskPhone(number);
  };
}
