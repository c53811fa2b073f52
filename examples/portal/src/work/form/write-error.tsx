import { CnscdConflict, type CnscdError } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';
import { plainWords } from './plain-words.ts';

/** What the server or the line has against a write, where no field of the form is at fault. */
export function WriteError({ error }: { error: CnscdError | null }) {
  const { language, texts } = usePortal();
  if (error === null) return null;
  const isTransient = ['NETWORK', 'TIMEOUT', 'HTTP_STATUS', 'RATE_LIMITED'].includes(error.code);
  return (
    <div role="alert" className="failure">
      <p>
        {plainWords(error.messages[language], texts)}
        {isTransient && ` ${texts.work.nothingLost}`}
        {error instanceof CnscdConflict && ` ${texts.work.seeNewest}`}
      </p>
    </div>
  );
}
