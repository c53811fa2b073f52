import { useEffect, useRef } from 'react';
import { usePortal } from '../page/portal-context.tsx';

interface EmbedProps {
  name: 'cnscd-team-finder' | 'cnscd-kpi-board' | 'cnscd-activity-feed';
  attributes: Readonly<Record<string, string>>;
  /** Opens a team where the page shows teams; without it the element opens it itself. */
  onTeam?(code: string): void;
}

/** One of the elements of @cnscd/elements, with the token of who has signed in to the page. */
export function Embed({ name, attributes, onTeam }: EmbedProps) {
  const { language, embedding } = usePortal();
  const place = useRef<HTMLDivElement>(null);
  const open = useRef(onTeam);
  open.current = onTeam;
  const key = JSON.stringify({ ...attributes, endpoint: embedding.endpoint, language });
  useEffect(() => {
    const element = document.createElement(name);
    for (const [name, value] of Object.entries<string>(JSON.parse(key))) element.setAttribute(name, value);
    element.getToken = embedding.getToken;
    element.addEventListener('cnscd-team-select', (event) => {
      if (open.current === undefined) return;
      event.preventDefault();
      open.current(event.detail.code);
    });
    place.current?.replaceChildren(element);
    import('@cnscd/elements').catch(console.error);
  }, [name, key, embedding]);
  return <div className="embed" ref={place} />;
}
