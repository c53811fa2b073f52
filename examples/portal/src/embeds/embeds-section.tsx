import type { GetToken } from '@cnscd/sdk';
import { useEffect, useRef, useState } from 'react';
import { usePortal } from '../page/portal-context.tsx';

/** The elements that other portals paste into their pages, as they would stand there. Loaded when it is opened. */
export function EmbedsSection({ getToken, graphqlUrl }: { getToken: GetToken | null; graphqlUrl: string }) {
  const { texts } = usePortal();
  const [isOpen, setOpen] = useState(false);
  return (
    <section id="nhung" className="embeds" aria-labelledby="embeds-heading">
      <h2 id="embeds-heading">{texts.embeds.title}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.embeds.hint}</summary>
        {isOpen && <Board getToken={getToken} graphqlUrl={graphqlUrl} />}
      </details>
      <p>
        <a href="/old-portal.html">{texts.embeds.oldPage}</a>
      </p>
    </section>
  );
}

function Board({ getToken, graphqlUrl }: { getToken: GetToken | null; graphqlUrl: string }) {
  const { state, language, texts } = usePortal();
  const place = useRef<HTMLDivElement>(null);
  const attributes = {
    endpoint: graphqlUrl,
    unit: state.unit,
    period: state.period ?? state.asOf.slice(0, 4),
    boundary: state.boundary,
    language,
  };
  const key = JSON.stringify(attributes);
  useEffect(() => {
    const board = document.createElement('cnscd-kpi-board');
    for (const [name, value] of Object.entries<string>(JSON.parse(key))) board.setAttribute(name, value);
    board.getToken = getToken;
    place.current?.replaceChildren(board);
    import('@cnscd/elements').catch(console.error);
  }, [key, getToken]);
  const markup = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return (
    <>
      <div ref={place} />
      <h3>{texts.embeds.code}</h3>
      <pre>
        <code>{`<script src="/elements/cnscd-elements.classic.js" defer></script>\n<cnscd-kpi-board ${markup.join(' ')}></cnscd-kpi-board>`}</code>
      </pre>
    </>
  );
}
