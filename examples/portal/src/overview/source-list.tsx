import type { Source } from '@cnscd/sdk';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';

/** Where a figure is stated: a link where the address is known, otherwise what helps to find it. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const { texts } = usePortal();
  return (
    <div className="sources">
      <span className="sources-name">{texts.source}:</span>{' '}
      {sources.map((source) => (
        <SourceName key={source.id} source={source} />
      ))}
    </div>
  );
}

export function SourceName({ source }: { source: Source }) {
  const { language } = usePortal();
  const { title, publisher, publishedOn, url, note } = source;
  const about = [publisher, publishedOn === null ? null : dayText(publishedOn, language)].filter(
    (part) => part !== null,
  );
  return (
    <span className="source">
      {url === null ? <cite>{title}</cite> : <a href={url}>{title}</a>}
      {about.length > 0 && `, ${about.join(', ')}`}.
      {note !== null && <span className="source-note"> {note}</span>}
    </span>
  );
}
