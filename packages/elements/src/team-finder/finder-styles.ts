import { type CSSResult, css } from 'lit';

export const finderStyles: CSSResult = css`
  form {
    display: grid;
    gap: 0.75em var(--space);
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    align-items: end;
  }
  form .button {
    justify-self: start;
    padding-inline: 2em;
  }
  .field {
    position: relative;
  }
  .options {
    position: absolute;
    z-index: 10;
    inset-inline: 0;
    max-block-size: 16em;
    overflow-y: auto;
    margin: 2px 0 0;
    border: 1px solid var(--field-border);
    border-radius: var(--radius);
    background: var(--background);
    box-shadow: 0 4px 12px rgb(0 0 0 / 15%);
  }
  .options[hidden],
  .options:empty {
    display: none;
  }
  .options li,
  .options.empty {
    padding: 0.4em 0.7em;
    cursor: pointer;
  }
  .options.empty {
    color: var(--muted);
    cursor: default;
  }
  .options li:hover,
  .options li.is-active {
    background: var(--primary);
    color: var(--on-primary);
  }
  .options li[aria-selected='true'] {
    font-weight: 700;
  }
  .found {
    margin-block-start: 1em;
  }
  .team {
    display: grid;
    gap: 0.4em 1.5em;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    margin-block: 0.5em;
    padding: 0.75em 1em;
    border-radius: var(--radius);
    background: var(--surface);
  }
  dt {
    color: var(--muted);
    font-size: 0.875em;
  }
`;
