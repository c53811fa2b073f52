import { type CSSResult, css } from 'lit';

export const listStyles: CSSResult = css`
  .list {
    margin-block: 0.5em 0.75em;
  }
  .item {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--border);
  }
  .title {
    font-weight: 600;
  }
  .tag {
    white-space: nowrap;
    padding: 0.1em 0.5em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .outcomes {
    margin-block-start: 0.25em;
    font-size: 0.925em;
  }
`;
