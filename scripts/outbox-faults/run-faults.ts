import { runKilled, stepsOf } from './kill-points.ts';
import { runSchedule, type ScheduleReport } from './schedule.ts';
import type { World } from './world.ts';

export interface FaultOptions {
  /** Schedules by chance, with the seeds from `firstSeed` on. */
  schedules: number;
  firstSeed: number;
  /** Every how many of the steps a tab is killed at; 1: at each. */
  killEvery: number;
  say?: (line: string) => void;
}

export interface FaultReport {
  schedules: number;
  killPoints: number;
  writes: number;
  requests: number;
  kills: number;
  /** What happened, and how often. */
  events: Map<string, number>;
  /** What went wrong, each with the schedule that it went wrong in. */
  faults: string[];
}

/** Schedules by chance, and one in which a tab is killed before and after each of its steps. */
export async function runFaults(world: World, options: FaultOptions): Promise<FaultReport> {
  const { schedules, firstSeed, killEvery, say = () => {} } = options;
  const total: FaultReport = {
    ...{ schedules, killPoints: 0, writes: 0, requests: 0, kills: 0 },
    ...{ events: new Map(), faults: [] },
  };
  const add = (name: string, { writes, requests, kills, events, faults }: ScheduleReport) => {
    total.writes += writes;
    total.requests += requests;
    total.kills += kills;
    for (const [event, count] of events) total.events.set(event, (total.events.get(event) ?? 0) + count);
    for (const fault of faults) {
      total.faults.push(`${name}: ${fault}`);
      say(`${name}: ${fault}`);
    }
  };
  for (let seed = firstSeed; seed < firstSeed + schedules; seed++) {
    add(`schedule ${seed}`, await runSchedule(world, seed));
    if ((seed - firstSeed + 1) % 50 === 0) say(`${seed - firstSeed + 1} of ${schedules} schedules`);
  }
  const steps = await stepsOf(world);
  for (let atStep = 1; atStep <= steps; atStep += killEvery) {
    for (const when of ['BEFORE', 'AFTER'] as const) {
      add(`kill ${when} step ${atStep} of ${steps}`, await runKilled(world, { atStep, when }));
      total.killPoints += 1;
    }
  }
  return total;
}
