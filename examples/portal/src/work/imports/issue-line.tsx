import type { ImportIssue } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';

interface IssueLineProps {
  issue: ImportIssue;
  /** Whether it says which sheet and cell it is about. */
  isPlaced?: boolean;
}

/** What is wrong and what would be right: by sign, word and colour. */
export function IssueLine({ issue, isPlaced = false }: IssueLineProps) {
  const { language, texts } = usePortal();
  const isError = issue.severity === 'ERROR';
  return (
    <li className={isError ? 'issue is-error' : 'issue is-warning'}>
      <span className="issue-sign" aria-hidden="true">
        {isError ? '✕' : '!'}
      </span>
      <span>
        <strong>{isError ? texts.imports.error : texts.imports.warning}</strong>
        {isPlaced &&
          issue.cell !== null &&
          ` (${[issue.sheet, issue.cell].filter((part) => part !== '').join(', ')})`}
        : {language === 'vi' ? issue.message : issue.messageEn}
      </span>
    </li>
  );
}
