import { useEffect, useState } from 'react';
import { Button } from 'zmp-ui';
import { TEXTS } from '../texts/vi.ts';
import type { DemoPerson, DemoZalo } from '../zalo/demo-zalo.ts';

interface DemoPeopleProps {
  zalo: DemoZalo;
  onChosen(): void;
}

/** People of the made-up register, where there is no Zalo to say whose phone it is. */
export function DemoPeople({ zalo, onChosen }: DemoPeopleProps) {
  const [people, setPeople] = useState<DemoPerson[] | null>([]);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn is another try
  useEffect(() => {
    zalo.people().then(setPeople, () => setPeople(null));
  }, [zalo, turn]);
  if (people === null) {
    return (
      <>
        <p className="fault">{TEXTS.signIn.noAccounts}</p>
        <Button fullWidth onClick={() => setTurn(turn + 1)}>
          {TEXTS.signIn.again}
        </Button>
      </>
    );
  }
  const choose = (person: DemoPerson) => {
    zalo.choose(person);
    onChosen();
  };
  return (
    <>
      <p className="made-up">{TEXTS.signIn.demo}</p>
      <ul className="accounts">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" data-person={person.id} onClick={() => choose(person)}>
              <strong>{person.name}</strong>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
