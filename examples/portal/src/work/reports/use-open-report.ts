import { CnscdError } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';
import { useWrite, type Writing } from '../form/use-write.ts';

interface Whose {
  templateCode: string;
  period: string;
  unitCode?: string | null;
  unitId?: string;
}

/** Opens the report of a unit; one that is there already is gone on with. */
export function useOpenReport(): Pick<Writing, 'isSending' | 'error'> & {
  open(whose: Whose): Promise<void>;
} {
  const { client, change } = usePortal();
  const writing = useWrite();
  return {
    isSending: writing.isSending,
    error: writing.error,
    async open(whose) {
      const opened = await writing.send(whose, async (input) => {
        try {
          return (await client.reports.open(input)).id;
        } catch (error) {
          const isThere = error instanceof CnscdError && error.code === 'REPORT_EXISTS';
          if (isThere && error.value !== undefined) return error.value;
          throw error;
        }
      });
      if (opened !== null) change({ report: opened });
    },
  };
}
