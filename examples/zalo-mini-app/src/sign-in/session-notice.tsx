import { useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { useStore } from '../store.ts';
import { TEXTS } from '../texts/vi.ts';
import { failureText, isAway, isUnlinked } from './failures.ts';

/** Says why no session is to be had. Whoever has to sign in again does so on the spot, and loses nothing by it. */
export function SessionNotice() {
  const { session, connection } = useApp();
  const { failure } = useStore(session);
  const { way } = useStore(connection);
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  if (failure === null) return null;
  // What is wrong with the network is said by the strip above.
  if (isAway(failure)) return way === 'OPEN' ? <p className="quiet">{failureText(failure)}</p> : null;
  const signIn = async () => {
    setIsAsking(true);
    try {
      await session.signIn(null);
      connection.tryAgain();
    } catch (error) {
      if (isUnlinked(error)) navigate('/sign-in');
    }
    setIsAsking(false);
  };
  return (
    <div className="notice" role="alert">
      <p className="fault">{TEXTS.sync.signInAgain}</p>
      <p>{isUnlinked(failure) ? TEXTS.signIn.unlinked : failureText(failure)}</p>
      <Button fullWidth loading={isAsking} onClick={() => void signIn()}>
        {TEXTS.signIn.signInAgain}
      </Button>
    </div>
  );
}
