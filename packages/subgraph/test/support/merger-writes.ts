import { expect } from 'vitest';
import { officer } from './people.ts';
import { sendWrites } from './send-write.ts';
import type { Answer, testSubgraph } from './subgraph.ts';

type Subgraph = Awaited<ReturnType<typeof testSubgraph>>;

/** Sends the writes of mergers and splits, and looks at the teams that they are about. */
export function mergerWrites({ run }: Pick<Subgraph, 'run'>) {
  const send = sendWrites(run, {
    Merger: `id kind status effectiveOn isDryRun unit { code } version undoneAt reason
      report { kind count details members { displayName } }`,
  });
  const province = officer('PROVINCIAL_OFFICER', '44');
  return {
    merge: send('mergeTeams'),
    split: send('splitTeam'),
    undo: send('undoMerger'),
    updateTeam: sendWrites(run, { Team: 'id version' })('updateTeam'),
    /** The team on a day with all that a merger touches, as an officer of the province sees it. */
    async teamOn(id: string, day: string): Promise<Answer['data']> {
      const { data, errors } = await run(TEAM, { id, day }, { as: province });
      expect(errors).toBeUndefined();
      return data.team;
    },
  };
}

const TEAM = `query ($id: ID!, $day: Date!) { team(id: $id) { status endedOn leader { displayName }
  members(asOf: $day, first: 50) { nodes { displayName
    memberships(asOf: $day) { team { id } role isCore from to responsibilities { name } } } }
  predecessors { from { id } kind effectiveOn } successors { to { id } kind effectiveOn }
  activities { nodes { status } } } }`;

/** The report of a merger, a line each: `KIND count details and names`. */
export const reportOf = ({ report }: Answer['data']): string[] =>
  report.map(({ kind, count, details, members }: Answer['data']) =>
    [kind, count, ...details, ...members.map((member: Answer['data']) => member.displayName)].join(' '),
  );

export const namesOf = ({ members }: Answer['data']): string[] =>
  members.nodes.map((member: Answer['data']) => member.displayName);
