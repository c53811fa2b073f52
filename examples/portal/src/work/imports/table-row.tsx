import { label } from '@cnscd/domain';
import type { ImportIssue, ImportRow } from '@cnscd/sdk';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { IssueLine } from './issue-line.tsx';

export interface TableColumn {
  field: string;
  title: string;
}

interface TableRowProps {
  row: ImportRow;
  columns: readonly TableColumn[];
  isSheetShown: boolean;
}

const SIGNS = { NEW: '+', CHANGED: '≠', UNCHANGED: '=', FAULTY: '✕' } as const;

/** A row of the file: its number, what it does, and its cells. */
export function TableRow({ row, columns, isSheetShown }: TableRowProps) {
  const { language } = usePortal();
  const isShown = (field: string | null) => columns.some((column) => column.field === field);
  const ofRow = row.issues.filter(({ field }) => !isShown(field));
  const elsewhere = row.changes.filter(({ field }) => !isShown(field));
  return (
    <tr className={`outcome-${row.outcome.toLowerCase()}`} data-row={row.row}>
      <th scope="row">
        {isSheetShown && `${row.sheet}, `}
        {row.row}
      </th>
      <td>
        <span className={`tag outcome-tag tag-${row.outcome.toLowerCase()}`}>
          <span aria-hidden="true">{SIGNS[row.outcome]} </span>
          {capitalised(label('importOutcome', row.outcome, language))}
        </span>
        <Issues issues={ofRow} />
        {elsewhere.map((change) => (
          <p key={change.field} className="change-note">
            {capitalised(change.label)}: <Change change={change} />
          </p>
        ))}
      </td>
      {columns.map(({ field }) => (
        <Cell key={field} row={row} field={field} />
      ))}
    </tr>
  );
}

function Cell({ row, field }: { row: ImportRow; field: string }) {
  const issues = row.issues.filter((issue) => issue.field === field);
  const change = row.changes.find((each) => each.field === field);
  const text = row.cells.find((cell) => cell.field === field)?.value ?? '';
  const isBad = issues.some(({ severity }) => severity === 'ERROR');
  const written = text === '' ? (issues.find(({ value }) => value !== null)?.value ?? '') : text;
  const mark = isBad
    ? 'is-bad'
    : issues.length > 0
      ? 'is-doubtful'
      : change !== undefined
        ? 'is-changed'
        : '';
  return (
    <td className={mark} data-field={field}>
      {change === undefined ? written : <Change change={change} />}
      <Issues issues={issues} />
    </td>
  );
}

/** What the register has, and what it will have. */
function Change({ change }: { change: ImportRow['changes'][number] }) {
  const { texts } = usePortal();
  return (
    <>
      <span className="unseen">{texts.imports.wasBefore} </span>
      <del>{change.before ?? texts.imports.nothing}</del>
      <span aria-hidden="true"> → </span>
      <span className="unseen">, {texts.imports.willBe} </span>
      <ins>{change.after ?? texts.imports.nothing}</ins>
    </>
  );
}

function Issues({ issues }: { issues: readonly ImportIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul className="cell-issues">
      {issues.map((issue) => (
        <IssueLine key={`${issue.code} ${issue.message}`} issue={issue} />
      ))}
    </ul>
  );
}
