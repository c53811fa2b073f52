import type { Client } from '@cnscd/sdk';
import type { OverviewView } from '../overview/load-overview.ts';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { BenefitList, FundingList, MaterialList, ModelList, TrainingList } from './support-lists.tsx';

/** What helps the teams of the unit: models to copy, money, grants, materials, training. */
export function SupportSection({ view }: { view: OverviewView }) {
  const { client, state, texts } = usePortal();
  const query = useQuery(`support ${view.chosen.id} ${state.asOf}`, (signal) =>
    loadSupport(client, { unitCode: state.unit, asOf: state.asOf }, signal),
  );
  const support = query.value;
  const isEmpty = support !== null && Object.values(support).every((list) => list.length === 0);
  return (
    <section id="ho-tro" aria-labelledby="support-heading">
      <h2 id="support-heading">{texts.support}</h2>
      <QueryStatus query={query} />
      {isEmpty && <p className="missing">{texts.noSupport}</p>}
      {support !== null && query.error === null && !isEmpty && (
        <div className="support-lists">
          <ModelList models={support.models} />
          <FundingList rules={support.rules} />
          <BenefitList benefits={support.benefits} />
          <MaterialList materials={support.materials} />
          <TrainingList trainings={support.trainings} />
        </div>
      )}
    </section>
  );
}

async function loadSupport(client: Client, unit: { unitCode: string; asOf: string }, signal: AbortSignal) {
  const { programmes } = client;
  const [models, rules, benefits, materials, trainings] = await Promise.all([
    programmes.operatingModels(unit, { signal }),
    programmes.fundingRules(unit, { signal }),
    programmes.benefits(unit, { signal }),
    programmes.materials(unit, { signal }),
    programmes.trainings(unit, { signal }),
  ]);
  return { models, rules, benefits, materials, trainings };
}
