import { addDays, label, localDate } from '@cnscd/domain';
import type { Unit, UnitSummary } from '@cnscd/sdk';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';

interface Link {
  other: UnitSummary;
  /** A day on which the other unit stands. */
  asOf: string;
  kind: string;
  effectiveOn: string;
  source: string | null;
}

/** What the unit came from and what it went into, each with how and since when. */
export function Lineage({ unit }: { unit: Unit }) {
  const { language, texts } = usePortal();
  const before = unit.predecessors.map(({ from, ...link }) => ({
    ...link,
    other: from,
    asOf: dayBefore(link.effectiveOn),
  }));
  const after = unit.successors.map(({ to, ...link }) => ({ ...link, other: to, asOf: link.effectiveOn }));
  return (
    <div className="panel lineage">
      <h3>{texts.lineage}</h3>
      {before.length + after.length === 0 && unit.validTo === null && (
        <p className="missing">{texts.noLineage}</p>
      )}
      {after.length === 0 && unit.validTo !== null && (
        <p className="missing">{texts.endedAlone(dayText(unit.validTo, language))}</p>
      )}
      <LinkList name={texts.predecessors} links={before} />
      <LinkList name={texts.successors} links={after} />
    </div>
  );
}

function LinkList({ name, links }: { name: string; links: readonly Link[] }) {
  const { change, language, texts } = usePortal();
  if (links.length === 0) return null;
  return (
    <>
      <h4>{name}</h4>
      <ul>
        {links.map(({ other, asOf, kind, effectiveOn, source }) => (
          <li key={`${other.id} ${effectiveOn}`}>
            <button
              type="button"
              className="link"
              disabled={other.code === null}
              onClick={() =>
                other.code !== null &&
                change({
                  unit: other.code,
                  asOf,
                  boundary: 'AS_REPORTED',
                  period: null,
                  breakdown: null,
                  team: null,
                  search: null,
                })
              }
            >
              {other.fullName}
            </button>{' '}
            {other.code !== null && `(${texts.code(other.code)}) `}
            <span className="tag">{label('unitLinkKind', kind, language)}</span>{' '}
            {texts.fromDay(dayText(effectiveOn, language))}
            {source !== null && <span className="source-note">{source}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

const dayBefore = (day: string): string => addDays(localDate(day), -1);
