/** Portal → community teams → portal: a citizen's commune, its teams, and the one-stop services where each team works. */
export const THERE_AND_BACK = `{
  citizen(id: "CD-010") {
    displayName
    commune {
      fullName
      population
      teams(asOf: "2024-12-31", level: COMMUNE) {
        edges { node { name leader { displayName } unit { code oneStopServices { code name } } } }
      }
    }
  }
}`;

/** What a gateway must answer. The portal knows the first and last part of it, the community teams the middle. */
export interface ThereAndBack {
  citizen: {
    displayName: string;
    commune: {
      fullName: string;
      population: number | null;
      teams: {
        edges: {
          node: {
            name: string;
            leader: { displayName: string } | null;
            unit: { code: string; oneStopServices: { code: string; name: string }[] };
          };
        }[];
      };
    };
  };
}
