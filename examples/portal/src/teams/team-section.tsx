import { type FormEvent, useEffect, useState } from 'react';
import { Embed } from '../embeds/embed.tsx';
import type { OverviewView } from '../overview/load-overview.ts';
import { LazyDetails } from '../page/lazy-details.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { TeamDetail } from './team-detail.tsx';
import { TeamList } from './team-list.tsx';

/** Find a team by its place: search, list, detail. */
export function TeamSection({ view }: { view: OverviewView }) {
  const { state, change, isSignedIn, texts } = usePortal();
  const [typed, setTyped] = useState(state.search ?? '');
  useEffect(() => setTyped(state.search ?? ''), [state.search]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change({ search: typed.trim(), team: null });
  };
  return (
    <section id="tim-to" aria-labelledby="team-heading">
      <h2 id="team-heading">{texts.findTeam}</h2>
      <p className="hint">{texts.searchIn(view.chosen.fullName)}</p>
      <form className="team-search" onSubmit={onSubmit}>
        <div className="field">
          <label htmlFor="team-search">{texts.searchLabel}</label>
          <input
            id="team-search"
            type="search"
            maxLength={100}
            autoComplete="off"
            placeholder={texts.searchExample}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <button type="submit" className="button is-main">
          {texts.search}
        </button>
      </form>
      <LazyDetails className="team-extra" summary={texts.searchByCommune}>
        <Embed
          name="cnscd-team-finder"
          attributes={{
            // In the nation people choose a province first.
            ...(view.chosen.level !== 'NATION' && { unit: state.unit }),
            'as-of': state.asOf,
            heading: '',
          }}
          onTeam={(team) => change({ team })}
        />
      </LazyDetails>
      {isSignedIn && (
        <LazyDetails className="team-extra" summary={texts.latestActivities}>
          <Embed name="cnscd-activity-feed" attributes={{ heading: '', 'page-size': '5' }} />
        </LazyDetails>
      )}
      {state.team !== null && <TeamDetail code={state.team} />}
      {state.search !== null && (
        <div hidden={state.team !== null}>
          <TeamList search={state.search} />
        </div>
      )}
    </section>
  );
}
