import { type ReactNode, useEffect, useRef } from 'react';
import { Page, useNavigate } from 'zmp-ui';
import { TEXTS } from '../texts/vi.ts';
import { ConnectionStrip } from './connection-strip.tsx';
import { BackIcon } from './icons.tsx';

interface ScreenProps {
  title: string;
  /** Whether there is something to go back to. */
  hasBack?: boolean;
  children: ReactNode;
}

/** One screen: its name, how the connection is, and what it is for. */
export function Screen({ title, hasBack = true, children }: ScreenProps) {
  const navigate = useNavigate();
  const name = useRef<HTMLHeadingElement>(null);
  // Whoever hears the screen instead of seeing it is told that it is another one, and begins at its top.
  useEffect(() => {
    document.title = title === TEXTS.appName ? title : `${title} · ${TEXTS.appName}`;
    name.current?.focus();
  }, [title]);
  return (
    <Page className="screen" resetScroll>
      <header className="screen-head">
        {hasBack && (
          // Not one step back in the history: an app that Zalo opened on this screen has none.
          <button type="button" className="back" aria-label={TEXTS.back} onClick={() => navigate('/')}>
            <BackIcon />
          </button>
        )}
        <h1 ref={name} tabIndex={-1}>
          {title}
        </h1>
      </header>
      <ConnectionStrip />
      <main className="screen-body">{children}</main>
    </Page>
  );
}
