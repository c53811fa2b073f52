import { formatNumber } from '@cnscd/domain';
import type { TeamSummary } from '@cnscd/sdk';
import { useState } from 'react';
import { DownloadLinks } from '../files/download-links.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { placeOf } from './place-of.ts';

const PAGE_SIZE = 10;

/** Teams found, ten more at a time. */
export function TeamList({ search }: { search: string }) {
  const { client, state, language, texts } = usePortal();
  const key = `${state.unit} ${state.asOf} ${search}`;
  const [shown, setShown] = useState({ key, count: PAGE_SIZE });
  const count = shown.key === key ? shown.count : PAGE_SIZE;
  const query = useQuery(`teams ${key} ${count}`, async (signal) => {
    const filter = { unitCode: state.unit, asOf: state.asOf, search: search === '' ? null : search };
    const items: TeamSummary[] = [];
    let totalCount = 0;
    for await (const page of client.teams.pages({ ...filter, first: Math.min(count, 200) }, { signal })) {
      items.push(...page.items);
      totalCount = page.totalCount;
      if (items.length >= count) break;
    }
    return { items, totalCount };
  });
  const { items = [], totalCount = 0 } = query.value ?? {};
  const left = totalCount - items.length;
  return (
    <>
      <QueryStatus query={query} />
      {query.value !== null && query.error === null && (
        <>
          <p role="status" className="found">
            {totalCount === 0 ? texts.foundNone : texts.found(formatNumber(totalCount, { language }))}
          </p>
          {totalCount > 0 && (
            <DownloadLinks
              kind="TEAMS"
              onTake={(format, options) => {
                const { unit: unitCode, asOf } = state;
                return client.exports.download('teams', { format, unitCode, asOf, search }, options);
              }}
            />
          )}
          <ul className="team-list">
            {items.map((team) => (
              <TeamItem key={team.id} team={team} />
            ))}
          </ul>
          {left > 0 && (
            <button
              type="button"
              className="button"
              onClick={() => setShown({ key, count: count + PAGE_SIZE })}
            >
              {texts.more(formatNumber(left, { language }))}
            </button>
          )}
        </>
      )}
    </>
  );
}

function TeamItem({ team }: { team: TeamSummary }) {
  const { change } = usePortal();
  return (
    <li>
      <button
        type="button"
        className="link"
        data-team={team.code}
        onClick={() => change({ team: team.code })}
      >
        {team.name}
      </button>
      <p className="place">{placeOf(team)}</p>
    </li>
  );
}
