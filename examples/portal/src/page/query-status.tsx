import { usePortal } from './portal-context.tsx';
import { UnitNearby } from './unit-nearby.tsx';
import type { QueryState } from './use-query.ts';

interface QueryStatusProps {
  query: QueryState<unknown>;
  /** Not to be said where something is shown already that is only asked for anew. */
  isQuiet?: boolean;
}

/** That something is on its way, or why it did not come, in words. */
export function QueryStatus({ query, isQuiet = false }: QueryStatusProps) {
  const { language, texts } = usePortal();
  const { error, isLoading } = query;
  return (
    <>
      <p role="status" className="loading">
        {isLoading && !isQuiet ? texts.loading : ''}
      </p>
      {error !== null && !isLoading && (
        <div role="alert" className="failure">
          <p>
            <strong>{texts.errorTitle}.</strong> {error.messages[language]}
          </p>
          {error.code === 'UNIT_NOT_FOUND' ? (
            <UnitNearby />
          ) : (
            <button type="button" className="button" onClick={query.reload}>
              {texts.tryAgain}
            </button>
          )}
        </div>
      )}
    </>
  );
}
