import type pg from 'pg';
import type { LookUp } from '../look-up.ts';
import type { Fault } from '../yaml-file.ts';
import { type RegisterEntry, villageTeamSizes } from './plan-teams.ts';
import { placesOf } from './register-entries.ts';
import { registerCommunes } from './register-places.ts';
import { codesInUse } from './withdraw-register.ts';

/**
 * What keeps teams from being made up: a place without communes, members that the sizes do not allow, or a change of
 * an entry whose teams have real work by now.
 *
 * @param outdated - codes of entries that were loaded before and have changed, or are gone
 */
export async function checkRegister(
  client: pg.ClientBase,
  entries: readonly RegisterEntry[],
  { known, outdated }: { known: LookUp; outdated: readonly string[] },
): Promise<Fault[]> {
  const communes = await registerCommunes(client, placesOf(entries, known));
  const inUse = await codesInUse(client, outdated);
  const used = inUse.map((code) => {
    const index = entries.findIndex((entry) => entry.code === code);
    return fault(
      index < 0 ? ['register'] : ['register', index, 'code'],
      `Các tổ giả lập ${code} đã có hoạt động hoặc thành viên thật, không tạo lại được: hãy giữ nguyên mục này.`,
      `The synthetic teams ${code} have real activities or members and cannot be made anew: leave this entry as it was.`,
    );
  });
  const unfit = entries.flatMap((entry) => {
    const unit = known.unit(entry.unit, entry.day);
    if (!('id' in unit)) return []; // told with the other units
    const { length } = communes.get(unit.id) ?? [];
    if (length === 0) {
      return [
        fault([...entry.path, 'unit'], 'Phải là một huyện hoặc một xã.', 'Must be a district or a commune.'),
      ];
    }
    return checkSizes(entry, length);
  });
  return [...used, ...unfit];
}

function checkSizes(entry: RegisterEntry, communes: number): Fault[] {
  const { path, founded, activities, communeTeams, villageTeams, members } = entry;
  const faults: Fault[] = [];
  if (founded.to < founded.from) faults.push(orderFault([...path, 'founded', 'to'], founded.from));
  if (activities !== undefined && activities.to < activities.from) {
    faults.push(orderFault([...path, 'activities', 'to'], activities.from));
  }
  if (activities !== undefined && activities.to < founded.to) {
    faults.push(orderFault([...path, 'activities', 'to'], founded.to));
  }
  if (communeTeams !== undefined && communeTeams.size.min !== communeTeams.size.max) {
    const vi = 'Tổ cấp xã cần một số thành viên cố định: min bằng max.';
    faults.push(
      fault([...path, 'communeTeams', 'size'], vi, 'Commune teams need one size: min equal to max.'),
    );
  }
  if (villageTeams.size.max < villageTeams.size.min) {
    faults.push(fault([...path, 'villageTeams', 'size', 'max'], 'Nhỏ hơn min.', 'Less than min.'));
  } else if (villageTeamSizes(entry, communes) === null) {
    const { min, max } = villageTeams.size;
    faults.push(
      fault(
        [...path, 'members'],
        `${members} thành viên không chia được cho ${villageTeams.count} tổ thôn, mỗi tổ ${min}–${max} người.`,
        `${members} members cannot be spread over ${villageTeams.count} village teams of ${min} to ${max}.`,
      ),
    );
  }
  return faults;
}

function orderFault(path: Fault['path'], from: string): Fault {
  return fault(path, `Phải từ ngày ${from} trở đi.`, `Must not be before ${from}.`);
}

function fault(path: Fault['path'], vi: string, en: string): Fault {
  return { path, messages: { vi, en } };
}
