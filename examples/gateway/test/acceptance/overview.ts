/** Everything an overview says. */
export const OVERVIEW = `query ($code: String!, $asOf: Date, $boundary: Boundary) {
  overview(unitCode: $code, asOf: $asOf, boundary: $boundary) {
    unit { code fullName }
    teams { ...pair } members { ...pair }
    teamsByLevel { level kind teams { ...pair } members { ...pair } fewestMembers mostMembers }
    coverage { level covered total ratio basis }
    completeness
    warnings { code message shortfall }
  }
}
fragment pair on FigurePair {
  reported { value qualifier unit asOf source { id title publisher } } registered variance completeness
}`;

interface Pair {
  reported: { value: number; qualifier: string; asOf: string; source: { title: string } } | null;
  registered: number | null;
  variance: number | null;
}

export interface Overview {
  unit: { code: string; fullName: string };
  teams: Pair;
  members: Pair;
  teamsByLevel: {
    level: string | null;
    kind: string | null;
    teams: Pair;
    members: Pair;
    fewestMembers: number | null;
    mostMembers: number | null;
  }[];
  coverage: { level: string; covered: number; total: number; ratio: number; basis: string }[];
  completeness: number;
  warnings: { code: string; message: string; shortfall: number | null }[];
}

export function level(overview: Overview, name: string | null, kind: string | null = null) {
  return overview.teamsByLevel.find((row) => row.level === name && row.kind === kind);
}

export function reportedCoverage(overview: Overview, name: string) {
  return overview.coverage.find((row) => row.level === name && row.basis === 'REPORTED');
}

export function warning(overview: Overview, code: string) {
  return overview.warnings.find((row) => row.code === code);
}
