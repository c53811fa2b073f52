import { LazyDetails } from '../page/lazy-details.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { Embed } from './embed.tsx';

/** The board as other portals paste it into their pages, with what they paste. Loaded when it is opened. */
export function EmbedsSection() {
  const { state, language, embedding, texts } = usePortal();
  const attributes = {
    unit: state.unit,
    period: state.period ?? state.asOf.slice(0, 4),
    boundary: state.boundary,
  };
  const markup = Object.entries({ endpoint: embedding.endpoint, ...attributes, language }).map(
    ([name, value]) => `${name}="${value}"`,
  );
  return (
    <section id="nhung" className="embeds" aria-labelledby="embeds-heading">
      <h2 id="embeds-heading">{texts.embeds.title}</h2>
      <LazyDetails summary={texts.embeds.hint}>
        <Embed name="cnscd-kpi-board" attributes={attributes} />
        <h3>{texts.embeds.code}</h3>
        <pre>
          <code>{`<script src="/elements/cnscd-elements.classic.js" defer></script>\n<cnscd-kpi-board ${markup.join(' ')}></cnscd-kpi-board>`}</code>
        </pre>
      </LazyDetails>
      <p>
        <a href="/old-portal.html">{texts.embeds.oldPage}</a>
      </p>
    </section>
  );
}
