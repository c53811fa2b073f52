import type { DemoAccount } from '@cnscd/subgraph';
import { askAsOfficer, type OfficersAccess } from './ask-as-officer.ts';

/** Made up: enough to see how a team stands against what was asked of it. */
const GOALS = [
  { indicatorCode: 'VERIFIED_ACTIVITIES', month: 4, year: 40 },
  { indicatorCode: 'ASSISTED', month: 60, year: 600 },
];

/**
 * Gives the teams of the demonstration's people targets for this month and this year, as an officer would. Those that are
 * there already stay, also where somebody has changed them.
 */
export async function setDemoTargets({
  accounts,
  ...access
}: OfficersAccess & { accounts: readonly DemoAccount[] }): Promise<void> {
  const ask = await askAsOfficer(access);
  // The day in Việt Nam, which has one time zone and no summer time.
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString();
  const periods = { month: day.slice(0, 7), year: day.slice(0, 4) };
  for (const { memberId: id } of accounts.filter(({ memberId }) => memberId !== null)) {
    const { member } = await ask<Found>(TEAMS, { id, ...periods });
    for (const { team } of member.memberships.filter(({ to }) => to === null))
      for (const length of ['month', 'year'] as const)
        for (const { indicatorCode, [length]: value } of GOALS) {
          if (team[length].some((kpi) => kpi.indicator.code === indicatorCode && kpi.target !== null))
            continue;
          const goal = { indicatorCode, period: periods[length], comparator: 'AT_LEAST', value };
          await ask(SET, { input: { idempotencyKey: crypto.randomUUID(), teamId: team.id, ...goal } });
        }
  }
}

const TEAMS = `query ($id: ID!, $month: Period!, $year: Period!) {
  member(id: $id) { memberships { to team { id month: kpis(period: $month) { ...kpi } year: kpis(period: $year) { ...kpi } } } }
}
fragment kpi on TeamKpi { indicator { code } target { code } }`;
const SET = 'mutation ($input: SetTargetInput!) { setTarget(input: $input) { ... on Refusal { message } } }';

type Kpis = { indicator: { code: string }; target: { code: string } | null }[];

interface Found {
  member: { memberships: { to: string | null; team: { id: string; month: Kpis; year: Kpis } }[] };
}
