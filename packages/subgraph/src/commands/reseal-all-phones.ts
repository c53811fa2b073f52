import type { Command } from 'commander';
import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import { resealPhones } from '../personal-data/reseal-phones.ts';
import { type Settings, withDatabase } from './settings.ts';

export function resealAllPhones(command: Command, settings: Settings): void {
  command
    .description(
      'Mã hóa lại bằng khóa mới nhất · Seals all of them by the newest key of CNSCD_PERSONAL_DATA_KEY, so that older ones can go.',
    )
    .action(() =>
      withDatabase(settings, async (db) => {
        const keys = readPersonalDataKeys(settings.personalDataKey());
        console.log(`${await resealPhones(db, phoneCipher(keys))} số đã mã hóa lại · sealed anew`);
      }),
    );
}
