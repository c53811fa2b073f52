import { Button } from 'zmp-ui';
import { failureText } from '../sign-in/failures.ts';
import { useStore } from '../store.ts';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';
import { useApp } from './app-context.tsx';
import type { Loaded } from './use-kept.ts';

/** In place of what is not there: it is on its way, or why it is not. */
export function NotLoaded({ of: { isLoading, failure, reload } }: { of: Loaded<unknown> }) {
  if (isLoading) return <p className="lead">{TEXTS.kpi.loading}</p>;
  return (
    <>
      <p className="lead">{TEXTS.kpi.nothing}</p>
      {failure !== null && <p className="fault">{failureText(failure)}</p>}
      <Button fullWidth onClick={reload}>
        {TEXTS.signIn.again}
      </Button>
    </>
  );
}

/** The day of what is shown where it is not of now, and why. */
export function KeptSince({ of: { kept, isFresh, failure } }: { of: Loaded<unknown> }) {
  const { way } = useStore(useApp().connection);
  if (kept === null || isFresh) return null;
  // What is wrong with the network is said by the strip above.
  const reason = failure === null || way !== 'OPEN' ? '' : ` ${failureText(failure)}`;
  return (
    <p className="kept">
      {TEXTS.kpi.kept(momentText(new Date(kept.loadedAt)))}
      {reason}
    </p>
  );
}
