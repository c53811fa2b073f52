import type { Command } from 'commander';
import { readPersonalDataKeys } from '../personal-data/personal-data-keys.ts';
import { phoneCipher } from '../personal-data/phone-cipher.ts';
import { resealPhones } from '../personal-data/reseal-phones.ts';
import { linksUnderOlderKeys } from '../zalo/links.ts';
import { type Settings, withDatabase } from './settings.ts';

const LINKS_LEFT =
  'tài khoản Zalo còn dưới khóa cũ, tự chuyển khi đăng nhập; bỏ khóa cũ thì phải gắn lại · Zalo accounts are under an older key until they sign in; without it they are linked anew';

export function resealAllPhones(command: Command, settings: Settings): void {
  command
    .description(
      'Mã hóa lại bằng khóa mới nhất · Seals all of them by the newest key of CNSCD_PERSONAL_DATA_KEY, so that older ones can go.',
    )
    .action(() =>
      withDatabase(settings, async (db) => {
        const keys = readPersonalDataKeys(settings.personalDataKey());
        console.log(`${await resealPhones(db, phoneCipher(keys))} số đã mã hóa lại · sealed anew`);
        const left = await linksUnderOlderKeys({ db }, keys[0].id);
        if (left > 0) console.log(`${left} ${LINKS_LEFT}`);
      }),
    );
}
