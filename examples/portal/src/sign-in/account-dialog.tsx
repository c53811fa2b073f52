import { label } from '@cnscd/domain';
import { useState } from 'react';
import { capitalised } from '../figure-text.ts';
import { Dialog } from '../page/dialog.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import type { Account, Session } from './session.ts';

interface AccountDialogProps {
  session: Session;
  onClose(): void;
}

/** The demonstration's accounts: one press signs in, and it says so. */
export function AccountDialog({ session, onClose }: AccountDialogProps) {
  const { language, texts } = usePortal();
  const { signIn } = texts;
  const query = useQuery('accounts', (signal) => session.accounts(signal));
  const [hasFailed, setHasFailed] = useState(false);
  const choose = (account: Account) => session.signIn(account).catch(() => setHasFailed(true));
  return (
    <Dialog title={signIn.title} onClose={onClose}>
      <p className="notice is-quiet">{signIn.demonstration}</p>
      <QueryStatus query={query} />
      {hasFailed && (
        <p role="alert" className="failure">
          {signIn.failed}
        </p>
      )}
      <ul className="accounts">
        {(query.value ?? []).map((account) => (
          <li key={account.id}>
            <button type="button" data-account={account.id} onClick={() => choose(account)}>
              <strong>{account.name[language]}</strong>
              <span>
                {capitalised(label('viewerRole', account.role, language))} · {account.unit[language]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onClose}>
        {texts.close}
      </button>
    </Dialog>
  );
}
