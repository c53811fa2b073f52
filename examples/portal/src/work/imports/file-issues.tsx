import type { ImportIssue } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';
import { IssueLine } from './issue-line.tsx';

const SHOWN = 5;

/** What there is to say about the file, its sheets and columns. */
export function FileIssues({ issues }: { issues: readonly ImportIssue[] }) {
  const { texts } = usePortal();
  if (issues.length === 0) return null;
  const first = issues.slice(0, SHOWN);
  const rest = issues.slice(SHOWN);
  return (
    <div className="file-issues">
      <h4>{texts.imports.aboutFile}</h4>
      <ul>
        {first.map((issue) => (
          <IssueLine
            key={`${issue.sheet} ${issue.cell} ${issue.code} ${issue.message}`}
            issue={issue}
            isPlaced
          />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{texts.imports.moreIssues(String(rest.length))}</summary>
          <ul>
            {rest.map((issue) => (
              <IssueLine
                key={`${issue.sheet} ${issue.cell} ${issue.code} ${issue.message}`}
                issue={issue}
                isPlaced
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
