import type { Command } from 'commander';
import { migrate } from '../database/migrate.ts';
import { type Settings, usableDatabase } from './settings.ts';

export function migrateTables(command: Command, settings: Settings): void {
  command
    .description('Cập nhật lược đồ · Applies the migrations that the database lacks.')
    .action(async () => {
      const applied = await migrate(await usableDatabase(settings, { migrated: false }));
      console.log(applied.length === 0 ? 'Không có gì mới · Up to date.' : applied.join('\n'));
    });
}
