import type { AdminLevel, MeasureUnit, Messages } from '@cnscd/domain';
import type pg from 'pg';
import type { ProvinceFile } from './province-file.ts';

/** A unit's version, as entries of a file refer to it. */
interface KnownUnit {
  id: string;
  fullName: string;
  level: AdminLevel;
  /** Last day; null while it stands. */
  validTo: string | null;
}

/** What the database and the file itself know of the things that entries refer to. */
export interface LookUp {
  /** The unit of a code, or of a village's id in the file, on a day; a reason when there is none. */
  unit(ref: string, day: string): KnownUnit | Messages;
  /** The unit of measure of an indicator; undefined when there is no such indicator. */
  measureUnit(indicator: string): MeasureUnit | undefined;
  hasSource(id: string): boolean;
  hasTarget(code: string): boolean;
  hasDecision(id: string): boolean;
}

/** Asks for everything that the file refers to, by one statement for units and one for the rest. */
export async function lookUp(client: pg.ClientBase, file: ProvinceFile): Promise<LookUp> {
  const units = await unitsOf(client, file);
  const { rows } = await client.query<Known>(KNOWN);
  const known = rows[0] ?? { indicators: {}, sources: [], targets: [], decisions: [] };
  const villages = new Map(file.villages.map((village) => [village.id, village]));
  // Entries that could not be read count as known: their fault is told once, where they stand.
  const declaredSources = new Set([...known.sources, ...file.sourceIds]);
  const targets = new Set([...known.targets, ...file.targets.map(({ code }) => code)]);
  const decisions = new Set([...known.decisions, ...file.decisions.map(({ id }) => id)]);

  const ofCode = (code: string, day: string) => units.get(`${code} ${day}`) ?? noUnit(code, day);
  return {
    unit(ref, day) {
      const village = villages.get(ref);
      if (village === undefined) return isCode(ref) ? ofCode(ref, day) : noVillage(ref);
      const commune = ofCode(village.commune, village.day);
      if (!('id' in commune)) return commune;
      const { id, kind, name } = villageIdentity(commune.id, village);
      if (commune.validTo !== null && day > commune.validTo) return villageEnded(name, commune, day);
      return { id, fullName: `${kind} ${name}`, level: 'VILLAGE', validTo: commune.validTo };
    },
    measureUnit: (indicator) => known.indicators[indicator],
    hasSource: (id) => declaredSources.has(id),
    hasTarget: (code) => targets.has(code),
    hasDecision: (id) => decisions.has(id),
  };
}

/** A village's id is that of its commune's version and the file's own: `village:29188:khu-pho`. */
export function villageIdentity(
  communeId: string,
  village: { id: string; kind: string; name: string },
): { id: string; kind: string; name: string } {
  return { ...village, id: `village:${communeId.slice(communeId.indexOf(':') + 1)}:${village.id}` };
}

interface Known {
  indicators: Record<string, MeasureUnit>;
  sources: string[];
  targets: string[];
  decisions: string[];
}

const KNOWN = `/* knownToImport */
  select
    (select coalesce(json_object_agg(code, unit), '{}') from indicator) as indicators,
    (select coalesce(json_agg(id), '[]') from source_document) as sources,
    (select coalesce(json_agg(code), '[]') from target where superseded_at is null) as targets,
    (select coalesce(json_agg(id), '[]') from founding_decision) as decisions`;

const UNITS = `/* unitsOfImport */
  select ref.code, ref.day, unit.id, unit.full_name as "fullName", unit.level, unit.valid_to::text as "validTo"
  from json_to_recordset($1) as ref (code text, day text)
  join admin_unit unit on unit.code = ref.code
    and (unit.valid_from is null or unit.valid_from <= ref.day::date)
    and (unit.valid_to is null or unit.valid_to >= ref.day::date)`;

async function unitsOf(client: pg.ClientBase, file: ProvinceFile): Promise<Map<string, KnownUnit>> {
  const {
    villages,
    decisions,
    figures,
    targets,
    rules,
    models,
    adoptions,
    materials,
    funding,
    benefits,
    trainings,
    register,
  } = file;
  const places = [
    figures,
    targets,
    rules,
    decisions,
    models,
    adoptions,
    materials,
    funding,
    benefits,
    trainings,
    register,
  ];
  const refs = [
    ...places.flat().map(({ unit, day }) => ({ code: unit, day })),
    ...villages.map(({ commune, day }) => ({ code: commune, day })),
  ];
  const unique = new Map(refs.map((ref) => [`${ref.code} ${ref.day}`, ref]));
  const { rows } = await client.query<KnownUnit & { code: string; day: string }>(UNITS, [
    JSON.stringify([...unique.values()]),
  ]);
  return new Map(rows.map(({ code, day, ...unit }) => [`${code} ${day}`, unit]));
}

function isCode(ref: string): boolean {
  return /^(VN|\d+)$/.test(ref);
}

function noUnit(code: string, day: string): Messages {
  return {
    vi: `Ngày ${day} không có đơn vị hành chính mang mã ${code}.`,
    en: `There is no unit with code ${code} on ${day}.`,
  };
}

function noVillage(ref: string): Messages {
  return {
    vi: `"${ref}" không phải mã đơn vị, cũng không phải id khai ở mục villages.`,
    en: `"${ref}" is neither a unit's code nor an id under villages.`,
  };
}

function villageEnded(name: string, commune: KnownUnit, day: string): Messages {
  return {
    vi: `${name} thuộc ${commune.fullName}, đơn vị này kết thúc ngày ${commune.validTo}, trước ngày ${day}.`,
    en: `${name} belongs to ${commune.fullName}, which ended on ${commune.validTo}, before ${day}.`,
  };
}
