import type { ProvinceImportReport } from './import-province-file.ts';
import type { SectionChanges } from './write-rows.ts';

/** What an import did, in a few lines: Vietnamese first. Sections in which nothing changed share one line. */
export function formatImportReport({ name, sections, register }: ProvinceImportReport): string {
  const all: [string, SectionChanges][] = [...Object.entries(sections), ['register', register]];
  const moved = all.filter(([, { added, changed, withdrawn }]) => added + changed + withdrawn > 0);
  const unchanged = all.reduce((sum, [, changes]) => sum + changes.unchanged, 0);
  return [
    `${name}: ${moved.length === 0 ? 'không có thay đổi · no changes' : 'đã nhập · imported'}`,
    ...moved.map(
      ([section, { added, changed, withdrawn }]) =>
        `  ${section}: thêm ${added}, sửa ${changed}, rút ${withdrawn} · ${added} added, ${changed} changed, ${withdrawn} withdrawn`,
    ),
    `  giữ nguyên ${unchanged} · ${unchanged} unchanged`,
  ].join('\n');
}
