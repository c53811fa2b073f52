import { useEffect, useState } from 'react';
import { Button } from 'zmp-ui';
import { TEXTS } from '../texts/vi.ts';
import type { DemoAccount } from './identity.ts';

interface DemoAccountsProps {
  load(): Promise<DemoAccount[]>;
  choose(accountId: string): void;
}

/** People of the made-up register, where there is no Zalo to say who holds the phone. */
export function DemoAccounts({ load, choose }: DemoAccountsProps) {
  const [accounts, setAccounts] = useState<DemoAccount[] | null>([]);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another try
  useEffect(() => {
    load().then(setAccounts, () => setAccounts(null));
  }, [load, turn]);
  if (accounts === null) {
    return (
      <>
        <p className="fault">{TEXTS.signIn.noAccounts}</p>
        <Button fullWidth onClick={() => setTurn(turn + 1)}>
          {TEXTS.signIn.again}
        </Button>
      </>
    );
  }
  return (
    <>
      <p className="made-up">{TEXTS.signIn.demo}</p>
      <ul className="accounts">
        {accounts.map(({ id, name, unit }) => (
          <li key={id}>
            <button type="button" data-account={id} onClick={() => choose(id)}>
              <strong>{name.vi}</strong>
              <span>{unit.vi}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
