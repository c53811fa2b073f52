import { type CSSResult, css } from 'lit';

/** Fields, buttons, notices and tables, alike in all elements. */
export const controlStyles: CSSResult = css`
  label {
    display: block;
    font-weight: 600;
    margin-block-end: 0.3em;
  }
  input,
  select,
  button {
    font: inherit;
    line-height: 1.5;
    color: inherit;
    max-inline-size: 100%;
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.4em 0.7em;
    border: 1px solid var(--field-border);
    border-radius: var(--radius);
    background: var(--background);
  }
  .button {
    min-block-size: 2.75em;
    padding: 0.4em 1.1em;
    border: 1px solid var(--primary);
    border-radius: var(--radius);
    background: var(--background);
    color: var(--primary);
    font-weight: 600;
    cursor: pointer;
  }
  .button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .button.is-main {
    background: var(--primary);
    color: var(--on-primary);
  }
  .link {
    border: 0;
    padding: 0.15em 0;
    min-block-size: 24px;
    background: none;
    color: var(--primary);
    font-weight: 600;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .notice {
    margin-block: 0.75em;
    padding: 0.75em 1em;
    border: 1px solid var(--border);
    border-inline-start: 4px solid var(--primary);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .notice.is-error {
    border-inline-start-color: var(--below);
  }
  .notice .button {
    margin-block-start: 0.5em;
  }
  .is-stale {
    opacity: 0.6;
  }
  summary {
    padding-block: 0.35em;
    color: var(--primary);
    font-weight: 600;
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    overflow-wrap: normal;
    border-collapse: collapse;
    font-size: 0.925em;
  }
  caption {
    padding-block: 0.35em;
    text-align: start;
    color: var(--muted);
  }
  th,
  td {
    padding: 0.4em 0.6em;
    border-block-end: 1px solid var(--border);
    text-align: start;
    vertical-align: top;
  }
  td.is-number,
  th.is-number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
