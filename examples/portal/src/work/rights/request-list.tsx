import { addDays, formatNumber, label, today } from '@cnscd/domain';
import type { SubjectRequest, UnitSummary } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised, dayText } from '../../figure-text.ts';
import { Choice } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { StackedTable } from '../../page/stacked-table.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { DueLine } from './due-line.tsx';
import { RequestTag } from './request-tag.tsx';

const PAGE_SIZE = 20;
const LARGEST_PAGE = 200;
const VIEWS = ['OPEN', 'OVERDUE', 'ALL'] as const;
type View = (typeof VIEWS)[number];

/** Beyond every due day: only what is open is due at all. */
const FAR_AWAY_DAYS = 3660;

const filterOf = (view: View) => {
  if (view === 'OVERDUE') return { isOverdue: true };
  return view === 'OPEN' ? { dueBy: addDays(today(new Date()), FAR_AWAY_DAYS) } : {};
};

/** Requests by what is due first, of all units that the officer looks after or of one of them. */
export function RequestList({ units }: { units: readonly UnitSummary[] }) {
  const { client, language, texts } = usePortal();
  const { round } = useWork();
  const [view, setView] = useState<View>('OPEN');
  const [unitCode, setUnitCode] = useState(units[0]?.code ?? '');
  const [count, setCount] = useState(PAGE_SIZE);
  const query = useQuery(`requests ${view} ${unitCode} ${count} ${round}`, async (signal) => {
    const filter = { ...filterOf(view), unitCode: unitCode === '' ? null : unitCode };
    const items: SubjectRequest[] = [];
    let totalCount = 0;
    for await (const page of client.rights.requests.pages(
      { ...filter, first: Math.min(count, LARGEST_PAGE) },
      { signal },
    )) {
      items.push(...page.items);
      totalCount = page.totalCount;
      if (items.length >= count) break;
    }
    return { items, totalCount };
  });
  const { items = [], totalCount = 0 } = query.value ?? {};
  return (
    <>
      <div className="form-grid">
        <Choice
          name={texts.rights.which}
          value={view}
          options={VIEWS.map((each) => [each, capitalised(texts.rights.views[each])] as const)}
          onChange={(value) => setView(VIEWS.find((each) => each === value) ?? 'OPEN')}
        />
        {units.length > 1 && (
          <Choice
            name={texts.rights.unit}
            value={unitCode}
            options={units.map(({ code, fullName }) => [code ?? '', fullName] as const)}
            onChange={setUnitCode}
          />
        )}
      </div>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && totalCount === 0 && <p className="missing">{texts.rights.none}</p>}
      {items.length > 0 && <RequestTable items={items} />}
      {items.length < totalCount && (
        <button type="button" className="button" onClick={() => setCount(count + PAGE_SIZE)}>
          {texts.more(formatNumber(totalCount - items.length, { language }))}
        </button>
      )}
    </>
  );
}

function RequestTable({ items }: { items: readonly SubjectRequest[] }) {
  const { change, language, texts } = usePortal();
  return (
    <StackedTable
      caption={texts.rights.requests}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: texts.rights.person,
          isHeader: true,
          cell: ({ member }) => (
            <button
              type="button"
              className="link"
              aria-label={texts.rights.open(member.displayName)}
              onClick={() => change({ person: member.id })}
            >
              {member.displayName}
            </button>
          ),
        },
        {
          heading: texts.rights.kind,
          cell: ({ kind }) => capitalised(label('subjectRequestKind', kind, language)),
        },
        { heading: texts.rights.received, cell: ({ receivedOn }) => dayText(receivedOn, language) },
        { heading: texts.rights.next, cell: (request) => <DueLine request={request} /> },
        { heading: texts.rights.status, cell: ({ status }) => <RequestTag status={status} /> },
      ]}
    />
  );
}
