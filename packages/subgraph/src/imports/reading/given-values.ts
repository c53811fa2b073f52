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

/** What a line above records says for each of them, where no column says it. */
export function givenByGroup(name: string, columns: readonly TableColumn[]): Record<string, string> {
  if (VILLAGE.test(name)) return has(columns, 'village') ? {} : { village: name };
  if (COMMUNE.test(name)) return has(columns, 'commune') ? {} : { commune: name };
  if (DISTRICT.test(name)) return has(columns, 'district') ? {} : { district: name };
  if (TEAM.test(name)) return has(columns, 'teamName') ? {} : { teamName: name };
  return {};
}
