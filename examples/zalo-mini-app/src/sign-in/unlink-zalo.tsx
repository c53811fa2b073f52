import { useState } from 'react';
import { Button, Modal } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { useWork } from '../page/signed-in.tsx';
import { TEXTS } from '../texts/vi.ts';
import { failureText } from './failures.ts';
import { useSignOut } from './use-sign-out.ts';

/** Takes the Zalo account out of the register, which is everybody's right, after a question. */
export function UnlinkZalo({ memberId }: { memberId: string }) {
  const { client } = useApp();
  const signOut = useSignOut();
  const { user } = useWork();
  const [isAsked, setIsAsked] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const unlink = async () => {
    setIsAsked(false);
    setIsBusy(true);
    setFailure(null);
    try {
      const links = await client.zalo.links({ memberId }, { user });
      for (const { id, version, removedAt } of links)
        if (removedAt === null) await client.zalo.unlink({ id, expectedVersion: version }, { user });
      signOut();
    } catch (error) {
      setFailure(failureText(error));
      setIsBusy(false);
    }
  };
  return (
    <>
      <Button fullWidth variant="tertiary" type="danger" loading={isBusy} onClick={() => setIsAsked(true)}>
        {TEXTS.signIn.unlink}
      </Button>
      <Alert text={failure} />
      <Modal
        visible={isAsked}
        title={TEXTS.signIn.unlinkTitle}
        description={TEXTS.signIn.unlinkLead}
        onClose={() => setIsAsked(false)}
        actions={[
          { text: TEXTS.waiting.keep, close: true },
          { text: TEXTS.signIn.unlinkNow, danger: true, onClick: () => void unlink() },
        ]}
      />
    </>
  );
}
