import type { AdminLevel, UnitKind, UnitLinkKind } from '@cnscd/domain';
import type pg from 'pg';
import { standsOn } from '../stands-on.ts';
import { nameKey } from '../unit-names.ts';

/** A version that is in the database. */
export interface KnownUnit {
  id: string;
  code: string | null;
  fullName: string;
  kind: UnitKind;
  level: AdminLevel;
  parentId: string | null;
  validFrom: string | null;
  validTo: string | null;
  provinceCode: string | null;
  /** Full name of the district that the unit lies in. */
  district: string | null;
}

export interface KnownLink {
  fromId: string;
  toId: string;
  kind: UnitLinkKind;
  effectiveOn: string;
}

/** The units and links that the database holds, found as official tables name them. */
export class KnownUnits {
  readonly #byKey = new Map<string, KnownUnit[]>();
  readonly #links: Map<string, KnownLink>;

  constructor(units: readonly KnownUnit[], links: readonly KnownLink[]) {
    this.#links = new Map(links.map((link) => [`${link.fromId} ${link.toId}`, link]));
    for (const unit of units) this.add(unit);
  }

  /** Makes a unit findable, or findable by a code that it lacked before. */
  add(unit: KnownUnit): void {
    if (unit.code !== null) this.#put(`${unit.level} ${unit.code}`, unit);
    this.#put(placeKey(unit), unit);
  }

  /** All units, each once. */
  all(): ReadonlySet<KnownUnit> {
    return new Set([...this.#byKey.values()].flat());
  }

  byCode(level: AdminLevel, code: string, day: string): KnownUnit | null {
    return this.#byKey.get(`${level} ${code}`)?.find((unit) => standsOn(unit, day)) ?? null;
  }

  /** All versions that ever bore the code. */
  versions(level: AdminLevel, code: string): readonly KnownUnit[] {
    return this.#byKey.get(`${level} ${code}`) ?? [];
  }

  /** The one unit of this name in the place on the day; null when there is none, or more than one. */
  byName(place: Place, day: string): KnownUnit | null {
    const standing = this.namesakes(place).filter((unit) => standsOn(unit, day));
    return standing.length === 1 ? (standing[0] ?? null) : null;
  }

  /** All versions of this name in the place. */
  namesakes(place: Place): readonly KnownUnit[] {
    return this.#byKey.get(placeKey(place)) ?? [];
  }

  links(): Iterable<KnownLink> {
    return this.#links.values();
  }

  link(fromId: string, toId: string): KnownLink | null {
    return this.#links.get(`${fromId} ${toId}`) ?? null;
  }

  #put(key: string, unit: KnownUnit): void {
    const units = this.#byKey.get(key);
    if (units === undefined) this.#byKey.set(key, [unit]);
    else if (!units.includes(unit)) units.push(unit);
  }
}

/** Where a table says that a unit is; `district` is null since 2025-07-01. */
export type Place = Pick<KnownUnit, 'level' | 'provinceCode' | 'district' | 'fullName'>;

/** Reads what the database holds: about 15,000 units and 11,000 links. */
export async function readKnownUnits(client: pg.ClientBase): Promise<KnownUnits> {
  const units = await client.query<KnownUnit>(UNITS);
  const links = await client.query<KnownLink>(
    '/* knownUnitLinks */ select from_id as "fromId", to_id as "toId", kind, effective_on::text as "effectiveOn" from unit_link',
  );
  return new KnownUnits(units.rows, links.rows);
}

const UNITS = `/* knownUnits */
  select unit.id, unit.code, unit.full_name as "fullName", unit.kind, unit.level, unit.parent_id as "parentId",
    unit.valid_from::text as "validFrom", unit.valid_to::text as "validTo",
    case unit.level when 'COMMUNE' then case parent.level when 'PROVINCE' then parent.code else province.code end
      when 'DISTRICT' then parent.code end as "provinceCode",
    case when unit.level = 'COMMUNE' and parent.level = 'DISTRICT' then parent.full_name end as district
  from admin_unit unit
  left join admin_unit parent on parent.id = unit.parent_id
  left join admin_unit province on province.id = parent.parent_id
  where unit.level in ('PROVINCE', 'DISTRICT', 'COMMUNE')
  order by unit.id`;

function placeKey({ level, provinceCode, district, fullName }: Place): string {
  return `${level} ${provinceCode ?? ''} ${nameKey(district ?? '')} ${nameKey(fullName)}`;
}
