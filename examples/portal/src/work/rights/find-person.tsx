import type { TeamMember, TeamSummary, UnitSummary } from '@cnscd/sdk';
import { type FormEvent, useState } from 'react';
import { Labelled } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { MembershipLine, membershipIn } from '../../teams/membership-line.tsx';

const TEAMS_SHOWN = 20;

/** The way to a person who has asked for nothing yet: the team, then the person. */
export function FindPerson({ units }: { units: readonly UnitSummary[] }) {
  const { client, texts } = usePortal();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<string | null>(null);
  const [team, setTeam] = useState<TeamSummary | null>(null);
  const unitCode = units[0]?.code ?? null;
  const query = useQuery(search === null ? null : `teams of rights ${unitCode} ${search}`, (signal) =>
    client.teams.list({ unitCode, search: search === '' ? null : search, first: TEAMS_SHOWN }, { signal }),
  );
  const find = (event: FormEvent) => {
    event.preventDefault();
    setTeam(null);
    setSearch(typed.trim());
  };
  return (
    <>
      <form className="find-person" onSubmit={find}>
        <Labelled name={texts.rights.findTeam}>
          {(id) => (
            <input
              id={id}
              type="search"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Labelled>
        <button type="submit" className="button">
          {texts.rights.find}
        </button>
      </form>
      <p className="hint">{texts.rights.findHint}</p>
      {search !== null && team === null && (
        <>
          <QueryStatus query={query} isQuiet={query.value !== null} />
          {query.value?.items.length === 0 && <p className="missing">{texts.rights.noTeam}</p>}
          <ul className="people">
            {(query.value?.items ?? []).map((each) => (
              <li key={each.id}>
                <button type="button" className="link" data-team={each.code} onClick={() => setTeam(each)}>
                  {each.name}
                </button>
                <span className="source-note">{each.code}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {team !== null && <People team={team} />}
    </>
  );
}

function People({ team }: { team: TeamSummary }) {
  const { client, change, texts } = usePortal();
  const query = useQuery(`people of rights ${team.id}`, async (signal) => {
    const found: TeamMember[] = [];
    for await (const member of client.teams.members.all({ id: team.id }, { signal })) found.push(member);
    return found;
  });
  return (
    <>
      <h5>{texts.rights.membersOf(team.name)}</h5>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value?.length === 0 && <p className="missing">{texts.rights.noMember}</p>}
      <ul className="people">
        {(query.value ?? []).map((member) => {
          const membership = membershipIn(team.id, member);
          return (
            <li key={member.id}>
              <button type="button" className="link" onClick={() => change({ person: member.id })}>
                {member.displayName}
              </button>
              {membership !== undefined && <MembershipLine membership={membership} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
