import { label, today } from '@cnscd/domain';
import type { SetTarget } from '@cnscd/sdk';
import { useState } from 'react';
import { valueWithUnit } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { TargetForm } from './target-form.tsx';

/** Goals of the unit. One whose period has begun is changed only with a reason, which stays to be read. */
export function UnitTargets({ unitCode }: { unitCode: string }) {
  const { client, texts } = usePortal();
  const { round, refresh, announce } = useWork();
  const [open, setOpen] = useState<SetTarget | 'NEW' | null>(null);
  const query = useQuery(`targets ${unitCode} ${round}`, (signal) =>
    client.indicators.targets({ code: unitCode }, { signal }),
  );
  const targets = query.value ?? [];
  const onDone = ({ indicator }: SetTarget) => {
    setOpen(null);
    announce(texts.work.targetSet(indicator.name));
    refresh();
  };
  return (
    <div className="panel" data-part="targets">
      <h4>{texts.work.targets}</h4>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && targets.length === 0 && <p className="missing">{texts.work.noTargets}</p>}
      {open !== 'NEW' && (
        <button type="button" className="button" onClick={() => setOpen('NEW')}>
          {texts.work.setTarget}
        </button>
      )}
      {open === 'NEW' && (
        <TargetForm unitCode={unitCode} target={null} onDone={onDone} onCancel={() => setOpen(null)} />
      )}
      <ul className="targets">
        {targets.map((target) => (
          <li key={target.code}>
            <TargetLine target={target} />
            {open === target ? (
              <TargetForm
                unitCode={unitCode}
                target={target}
                onDone={onDone}
                onCancel={() => setOpen(null)}
              />
            ) : (
              <button
                type="button"
                className="link"
                aria-label={`${texts.work.change}: ${target.indicator.name}, ${target.period}`}
                onClick={() => setOpen(target)}
              >
                {texts.work.change}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function TargetLine({ target }: { target: SetTarget }) {
  const { language, texts } = usePortal();
  const { indicator, period, comparator, value, measureUnit, readings, history } = target;
  const withUnit = (goal: number) => valueWithUnit(goal, 'EXACT', measureUnit, language);
  const goal =
    value === null
      ? texts.targetReadings(readings.map(withUnit).join(' / '))
      : `${label('comparator', comparator, language)} ${withUnit(value)}`;
  return (
    <>
      <strong>{language === 'vi' ? indicator.name : indicator.nameEn}</strong>{' '}
      <span className="tag">{period}</span>
      <span className="source-note">{goal}</span>
      {history
        .filter(({ reason }) => reason !== null)
        .map(({ revision, reason, recordedAt }) => (
          <span className="source-note" key={revision}>
            {texts.work.changedOn(today(new Date(recordedAt)))}: {reason}
          </span>
        ))}
    </>
  );
}
