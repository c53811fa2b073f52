import type { TableColumn } from './find-table.ts';

/** Units below a commune have no kinds in common with communes, but "khu" and "tổ" begin many words. */
const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu|p\.|x\.|tt\.|tt\b)\s*\S/iu;
const VILLAGE = /^(?:thôn|bản|ấp|khu phố|tổ dân phố|tdp|khóm|khu dân cư)\s+\S/iu;
const DISTRICT = /^(?:huyện|quận|thị xã)\s+\S/iu;
const TEAM = /^(?:tổ|đội|nhóm)\s+\S/iu;

const has = (columns: readonly TableColumn[], ...names: string[]): boolean =>
  columns.some(({ field }) => names.includes(field?.name ?? ''));

/** A sheet that bears the name of a commune, in a table that has no column for it: one sheet for each commune. */
export function givenBySheet(name: string, columns: readonly TableColumn[]): Record<string, string> {
  if (!COMMUNE.test(name) || has(columns, 'commune', 'unitCode', 'teamCode')) return {};
  return { commune: name.trim() };
}

/** From the widest down: a line for one of them ends what was said of those below it. */
const GROUPS = [
  { field: 'district', shape: DISTRICT },
  { field: 'commune', shape: COMMUNE },
  { field: 'village', shape: VILLAGE },
  { field: 'teamName', shape: TEAM },
] as const;

/**
 * What a line above records says for each of them, where no column says it.
 *
 * @param before - what was said so far
 */
export function givenByGroup(
  name: string,
  columns: readonly TableColumn[],
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const at = GROUPS.findIndex(({ shape }) => shape.test(name));
  const group = GROUPS[at];
  if (group === undefined) return { ...before };
  const lower: readonly string[] = GROUPS.slice(at).map(({ field }) => field);
  const kept = Object.entries(before).filter(([field]) => !lower.includes(field));
  return { ...Object.fromEntries(kept), ...(has(columns, group.field) ? {} : { [group.field]: name }) };
}
