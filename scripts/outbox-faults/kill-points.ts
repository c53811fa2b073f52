import { newId } from '../../packages/sdk/src/index.ts';
import { newLedger, type Promised } from './ledger.ts';
import { makePhone } from './phone.ts';
import type { ScheduleReport } from './schedule.ts';
import type { KillPoint } from './tab.ts';
import type { World } from './world.ts';

/** How many steps to the outside the day of `runKilled` has when nobody is killed. */
export async function stepsOf(world: World): Promise<number> {
  const { steps } = await liveThrough(world, { atStep: Number.POSITIVE_INFINITY, when: 'BEFORE' });
  return steps;
}

/** Three records and a change of the first, the first answer lost, and a tab that is killed at one certain step. */
export async function runKilled(world: World, point: KillPoint): Promise<ScheduleReport> {
  const { report } = await liveThrough(world, point);
  return report;
}

async function liveThrough(
  world: World,
  point: KillPoint,
): Promise<{ report: ScheduleReport; steps: number }> {
  const seed = point.atStep === Number.POSITIVE_INFINITY ? 1 : point.atStep;
  const phone = makePhone(world, { seed, hasLocks: true });
  const [person] = world.people;
  const ledger = newLedger();
  phone.network.planned.push('ANSWER_LOST', 'STATUS_500');
  const first = phone.open();
  first.tab.killAt(point);
  const ids = [newId(), newId(), newId()];
  const base = { teamId: person.teamId, kind: 'MEETING', startsAt: '2026-11-20T08:00:00+07:00' } as const;
  const name = `Chết ở bước ${point.atStep} ${point.when}`;
  const writes = [
    ...ids.map((id, index) => ({
      ...{ entityId: id, field: 'recordActivity' as const, title: `${name} ${index}` },
      make: () => first.outbox.enqueue('recordActivity', { ...base, id, title: `${name} ${index}` }),
    })),
    {
      ...{ entityId: ids[0] ?? '', field: 'updateActivity' as const, title: `${name} sửa` },
      make: () =>
        first.outbox.enqueue('updateActivity', {
          ...{ id: ids[0] ?? '', expectedVersion: 1, title: `${name} sửa` },
        }),
    },
  ];
  for (const { make, ...write } of writes) {
    const promised: Promised = { ...write, subject: person.subject, word: 'UNKNOWN' };
    if (first.tab.isDead) break;
    ledger.promises.push(promised);
    if ((await phone.drive(make(), first.tab)) !== 'KILLED') promised.word = 'KEPT';
  }
  for (let round = 0; round < 3 && !first.tab.isDead; round++) {
    await phone.drive(first.outbox.flush(), first.tab);
  }
  const { steps } = first.tab;
  const kills = first.tab.isDead ? 1 : 0;
  first.tab.kill();
  const second = phone.open();
  for (let round = 0; round < 20 && (await second.outbox.refresh()).items.length > 0; round++) {
    await phone.drive(second.outbox.flush(), second.tab);
    await phone.wait(1_000_000);
  }
  const faults = await ledger.faults(world);
  const left = second.outbox.status.items.length;
  return {
    steps,
    report: {
      ...{ seed, kills, writes: ledger.promises.length, requests: phone.network.requests },
      events: phone.network.met,
      faults: left === 0 ? faults : [...faults, `STUCK: ${left}`],
    },
  };
}
