import { formatNumber } from '@cnscd/domain';
import { typedDocument } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';

interface OneStopDeskProps {
  communeCode: string;
  communeName: string;
}

/** What the portal's own subgraph knows of the commune. */
interface Desk {
  population: number | null;
  oneStopOffice: { address: string; openingHours: string; phone: string | null } | null;
  oneStopServices:
    | { code: string; name: string; isFullyOnline: boolean; processingDays: number | null }[]
    | null;
}

/** No document of the SDK: these fields are the portal's, and the gateway joins them to our unit by its code. */
const ONE_STOP_DESK = typedDocument<{ adminUnit: Desk | null }, { code: string; asOf: string }>(`
  query OneStopDesk($code: String!, $asOf: Date) {
    adminUnit(code: $code, asOf: $asOf) {
      population
      oneStopOffice { address openingHours phone }
      oneStopServices { code name isFullyOnline processingDays }
    }
  }`);

/** The one-stop desk of the team's commune, where the portal serves it. */
export function OneStopDesk({ communeCode, communeName }: OneStopDeskProps) {
  const { client, state, language, texts } = usePortal();
  const query = useQuery(`one-stop ${communeCode} ${state.asOf}`, async (signal) => {
    const { adminUnit } = await client.query(
      ONE_STOP_DESK,
      { code: communeCode, asOf: state.asOf },
      { signal },
    );
    return adminUnit;
  });
  const desk = query.value;
  if (query.error !== null) return <QueryStatus query={query} />;
  if (desk === null || desk.oneStopOffice === null) return null;
  return (
    <div className="panel one-stop">
      <h4>
        {texts.oneStop} {communeName}
      </h4>
      <p className="hint">{texts.oneStopHint}</p>
      <p>
        {desk.oneStopOffice.address}. {desk.oneStopOffice.openingHours}.{' '}
        {desk.population !== null && texts.population(formatNumber(desk.population, { language }))}
      </p>
      <ul>
        {(desk.oneStopServices ?? []).map((service) => (
          <li key={service.code}>
            {service.name}{' '}
            <span className="tag">{service.isFullyOnline ? texts.fullyOnline : texts.notFullyOnline}</span>
            {service.processingDays !== null &&
              ` ${texts.workingDays(formatNumber(service.processingDays, { language }))}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
