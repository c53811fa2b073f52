import { formatNumber, label } from '@cnscd/domain';
import type { Team, TeamInside } from '@cnscd/sdk';
import { useEffect, useRef } from 'react';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { OneStopDesk } from './one-stop-desk.tsx';
import { communeOf, placeOf } from './place-of.ts';
import { TeamActivities } from './team-activities.tsx';
import { TeamMembers } from './team-members.tsx';

/** One team: where it works, and for who may see it, who is in it and what it does. */
export function TeamDetail({ code }: { code: string }) {
  const { client, change, texts } = usePortal();
  const query = useQuery(`team ${code}`, (signal) => client.teams.get({ code }, { signal }));
  const close = () => {
    change({ team: null });
    // Back to where the reader came from, once the list is shown again.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-team="${CSS.escape(code)}"]`)?.focus(),
    );
  };
  return (
    <div className="team-detail">
      <button type="button" className="link" onClick={close}>
        ← {texts.backToList}
      </button>
      <QueryStatus query={query} />
      {query.value !== null && query.error === null && <TeamCard team={query.value} />}
    </div>
  );
}

function TeamCard({ team }: { team: Team }) {
  const { texts } = usePortal();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another team is another thing to read from its top
  useEffect(() => heading.current?.focus(), [team.id]);
  const commune = communeOf(team);
  return (
    <article>
      <h3 tabIndex={-1} ref={heading}>
        {team.name}
      </h3>
      <p className="place">{placeOf(team)}</p>
      <TeamFacts team={team} />
      <Inside team={team} />
      {commune?.code != null && <OneStopDesk communeCode={commune.code} communeName={commune.fullName} />}
      {team.isSynthetic && <p className="notice is-quiet">{texts.syntheticRegister}</p>}
    </article>
  );
}

/** What is not for everybody. */
function Inside({ team }: { team: Team }) {
  const { client, state, isSignedIn, texts } = usePortal();
  const query = useQuery(isSignedIn ? `inside ${team.id} ${state.asOf}` : null, (signal) =>
    client.teams.inside({ id: team.id, asOf: state.asOf, memberCount: 200 }, { signal }),
  );
  if (!isSignedIn) return <p className="notice is-quiet">{texts.insideNeedsSignIn}</p>;
  if (query.error?.code === 'NOT_PERMITTED')
    return <p className="notice is-quiet">{texts.insideNotForYou}</p>;
  const inside = query.value;
  return (
    <>
      <QueryStatus query={query} />
      {inside !== null && query.error === null && (
        <>
          <InsideFacts inside={inside} />
          <RuleList inside={inside} />
          <div className="side-by-side">
            <TeamMembers inside={inside} />
            <TeamActivities inside={inside} />
          </div>
        </>
      )}
    </>
  );
}

function InsideFacts({ inside: { leader, zaloGroup } }: { inside: TeamInside }) {
  const { language, texts } = usePortal();
  return (
    <FactList
      facts={[
        [texts.leader, leader?.displayName ?? texts.unknown],
        [texts.zalo, label('zaloGroupStatus', zaloGroup?.status ?? 'NONE', language)],
      ]}
    />
  );
}

function TeamFacts({ team }: { team: Team }) {
  const { language, texts } = usePortal();
  const { decision, employer } = team;
  const facts: [string, string][] = [
    [texts.teamCode, team.code],
    [label('teamKind', team.kind, language), label('teamStatus', team.status, language)],
    [texts.founded, team.foundedOn === null ? texts.unknown : dayText(team.foundedOn, language)],
    ...(decision === null
      ? []
      : [[texts.decision, `${decision.number}, ${decision.issuer}`] satisfies [string, string]]),
    ...(employer === null ? [] : [[texts.employer, employer] satisfies [string, string]]),
  ];
  return <FactList facts={facts} />;
}

function FactList({ facts }: { facts: readonly [string, string][] }) {
  return (
    <dl className="team-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RuleList({ inside }: { inside: TeamInside }) {
  const { language, texts } = usePortal();
  if (inside.ruleViolations.length === 0) return <p className="rules-kept">✓ {texts.rulesKept}</p>;
  return (
    <div className="warnings">
      <h4>{texts.rulesBroken}</h4>
      <ul>
        {inside.ruleViolations.map((violation) => (
          <li key={violation.ruleCode}>
            <span className="shortfall" aria-hidden="true">
              {formatNumber(violation.difference, { language })}
            </span>
            <p>
              {language === 'vi' ? violation.message : violation.messageEn}
              <span className="source-note">“{violation.statement}”</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
