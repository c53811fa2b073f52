import { CnscdError, createClient } from '../../src/index.ts';

// packages/sdk/README.md shows parts of this file; examples/gateway/test/docs.test.ts holds the two together and runs
// them against a gateway.

export interface Found {
  reported: number | null;
  warnings: string[];
  names: string[];
}

export async function readTeams(url: string): Promise<Found> {
  const client = createClient({ url, timeoutMs: 10_000, maxRetries: 2 });
  const { teams, warnings } = await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' });
  const reported = teams.reported?.value ?? null; // null: no source states it, never 0

  const names: string[] = [];
  for await (const team of client.teams.all({ unitCode: '468', asOf: '2023-09-30', level: 'COMMUNE' })) {
    names.push(team.name);
  }
  return { reported, warnings: warnings.map((warning) => warning.code), names };
}

/** @returns the Vietnamese sentence of the refusal that is expected */
export async function readRefusal(url: string): Promise<string | null> {
  const client = createClient({ url });
  try {
    await client.units.get({ code: '45', asOf: '2025-07-01' });
  } catch (error) {
    if (error instanceof CnscdError && error.code === 'UNIT_NOT_FOUND') return error.messages.vi;
    throw error;
  }
  return null;
}
