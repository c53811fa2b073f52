import { label } from '@cnscd/domain';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { capitalised } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';
import { AccountDialog } from './account-dialog.tsx';
import type { Session } from './session.ts';
import { hasUnsaved } from './unsaved.ts';

/** In the masthead: a way in, or who is in and a way out. */
export function SignInMenu({ session }: { session: Session }) {
  const { language, texts } = usePortal();
  const { account, isChanged } = useSyncExternalStore(session.subscribe, session.read);
  const [isChoosing, setIsChoosing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Who has just signed out finds the way back in under the finger.
    if (isChanged && account === null) button.current?.focus();
  }, [isChanged, account]);
  const { signIn } = texts;
  if (account === null) {
    return (
      <>
        <button type="button" className="masthead-button" ref={button} onClick={() => setIsChoosing(true)}>
          {signIn.open}
        </button>
        {isChoosing && <AccountDialog session={session} onClose={() => setIsChoosing(false)} />}
      </>
    );
  }
  const signOut = () => {
    if (!hasUnsaved() || window.confirm(signIn.losesDraft)) session.signOut();
  };
  return (
    <div className="signed-in">
      <p>
        <strong>{account.name[language]}</strong>
        <span>{capitalised(label('viewerRole', account.role, language))}</span>
      </p>
      <a href="#viec-cua-toi">{texts.work.title}</a>
      <button type="button" className="masthead-button" onClick={signOut}>
        {signIn.out}
      </button>
    </div>
  );
}
