import { formatNumber, label } from '@cnscd/domain';
import type { BenefitProgramme, FundingRule, Material, OperatingModel, Training } from '@cnscd/sdk';
import type { ReactNode } from 'react';
import { dayText } from '../figure-text.ts';
import { SourceName } from '../overview/source-list.tsx';
import { usePortal } from '../page/portal-context.tsx';

export function ModelList({ models }: { models: readonly OperatingModel[] }) {
  const { language, texts } = usePortal();
  return (
    <Group name={texts.operatingModels} items={models} keyOf={({ code }) => code}>
      {({ name, place, evaluation, adoptions, source }) => (
        <>
          <strong>{name}</strong>
          {place !== null && <span className="source-note">{place}</span>}
          {adoptions.map(({ unit, adopted, total }) => (
            <span className="source-note" key={unit.id}>
              {texts.adoptedBy(
                formatNumber(adopted, { language }),
                formatNumber(total, { language }),
                unit.fullName,
              )}
            </span>
          ))}
          {evaluation !== null && <span className="source-note">“{evaluation}”</span>}
          <span className="sources">
            <SourceName source={source} />
          </span>
        </>
      )}
    </Group>
  );
}

export function FundingList({ rules }: { rules: readonly FundingRule[] }) {
  const { language, texts } = usePortal();
  return (
    <Group name={texts.fundingRules} items={rules} keyOf={({ code }) => code}>
      {({ amountVnd, basis, isMaximum, purpose, validFrom, validTo, source }) => (
        <>
          <strong>
            {isMaximum && `${texts.atMost} `}
            {formatNumber(amountVnd, { language })} đồng {label('fundingBasis', basis, language)}
          </strong>
          <span className="source-note">{purpose}</span>
          <span className="source-note">
            {validFrom !== null && texts.unitSince(dayText(validFrom, language))}{' '}
            {validTo !== null && texts.unitUntil(dayText(validTo, language))}
          </span>
          <span className="sources">
            <SourceName source={source} />
          </span>
        </>
      )}
    </Group>
  );
}

export function BenefitList({ benefits }: { benefits: readonly BenefitProgramme[] }) {
  const { language, texts } = usePortal();
  return (
    <Group name={texts.benefits} items={benefits} keyOf={({ code }) => code}>
      {({ name, providers, eligible, minSlots }) => (
        <>
          <strong>{name}</strong>
          <span className="source-note">
            {[...providers, eligible].filter((part) => part !== null).join(' · ')}
          </span>
          {minSlots !== null && (
            <span className="source-note">{texts.minSlots(formatNumber(minSlots, { language }))}</span>
          )}
        </>
      )}
    </Group>
  );
}

export function MaterialList({ materials }: { materials: readonly Material[] }) {
  const { language, texts } = usePortal();
  return (
    <Group name={texts.materials} items={materials} keyOf={({ code }) => code}>
      {({ title, topics, formats }) => (
        <>
          <strong>{title}</strong>
          <span className="source-note">
            {[
              ...topics.map((topic) => label('topic', topic, language)),
              ...formats.map((name) => name.toLowerCase()),
            ].join(' · ')}
          </span>
        </>
      )}
    </Group>
  );
}

export function TrainingList({ trainings }: { trainings: readonly Training[] }) {
  const { texts } = usePortal();
  return (
    <Group name={texts.trainings} items={trainings} keyOf={({ code }) => code}>
      {({ title, partners }) => (
        <>
          <strong>{title}</strong>
          <span className="source-note">{partners.join(' · ')}</span>
        </>
      )}
    </Group>
  );
}

interface GroupProps<Item> {
  name: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}

function Group<Item>({ name, items, keyOf, children }: GroupProps<Item>) {
  const { language } = usePortal();
  if (items.length === 0) return null;
  return (
    <div className="panel">
      <h3>
        {name} ({formatNumber(items.length, { language })})
      </h3>
      <ul>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    </div>
  );
}
