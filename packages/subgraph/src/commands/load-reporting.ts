import type { Command } from 'commander';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { loadTemplates } from '../reports/templates/load-templates.ts';
import { type Settings, withDatabase } from './settings.ts';

/** Templates of a place's own, instead of those of the package or beside them. */
export function loadOwnTemplates(command: Command, settings: Settings): void {
  command
    .description(
      'Nạp mẫu báo cáo kỳ của địa phương · Loads templates of period reports from a folder of YAML files.',
    )
    .argument('<folder>', 'folder of YAML files; see docs/reports.md')
    .action((folder: string) =>
      withDatabase(settings, async (db) => {
        for (const { id, nameVi, lines } of await loadTemplates(db, { folder }))
          console.log(`${id}: ${nameVi}, ${lines.length} dòng · ${lines.length} lines`);
      }),
    );
}

/** Days off of further years, once they are published. */
export function loadOwnCalendar(command: Command, settings: Settings): void {
  command
    .description('Nạp lịch nghỉ lễ, tết đã công bố · Loads the published days off from a YAML file.')
    .argument('<file>', 'YAML file with all years that are known; see docs/reports.md')
    .action((path: string) =>
      withDatabase(settings, async (db) => {
        const { years, days } = await loadCalendar(db, { path });
        console.log(`${years.join(', ')}: ${days.length} ngày · ${days.length} days`);
      }),
    );
}
