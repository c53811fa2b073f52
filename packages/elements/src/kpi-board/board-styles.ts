import { type CSSResult, css } from 'lit';

export const boardStyles: CSSResult = css`
  .cards {
    display: grid;
    gap: var(--space);
    align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(17em, 100%), 1fr));
    margin-block-start: 0.75em;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    padding: 0.9em 1em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  .card th {
    white-space: nowrap;
  }
  .name {
    font-weight: 600;
  }
  .value {
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
  }
  .value.missing {
    font-size: 1.15em;
    font-weight: 400;
  }
  .warnings li {
    padding-block: 0.2em;
    font-size: 0.925em;
  }
  a {
    color: var(--primary);
  }
  .bullet {
    inline-size: 100%;
    block-size: 1.4em;
    forced-color-adjust: none;
  }
  .track {
    fill: var(--surface);
    stroke: var(--border);
    stroke-width: 0.5;
  }
  .mark {
    fill: var(--text);
  }
  [data-standing] {
    --standing: var(--primary);
  }
  [data-standing='MET'] {
    --standing: var(--good);
  }
  [data-standing='NEAR'] {
    --standing: var(--near);
  }
  [data-standing='BELOW'] {
    --standing: var(--below);
  }
  [data-standing='MISSING'] {
    --standing: var(--border);
  }
  .bar {
    fill: var(--standing);
  }
  .standing {
    font-weight: 600;
  }
  .standing:not([data-standing='MISSING'], [data-standing='KNOWN']) {
    color: var(--standing);
  }
  .breakdown {
    margin-block-start: 1.5em;
  }
  .subheading {
    font-size: 1.1em;
    font-weight: 700;
  }
  .breakdown .field {
    max-inline-size: 30em;
    margin-block: 0.5em;
  }
  @media (forced-colors: active) {
    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
    .bar {
      fill: Highlight;
    }
    .mark {
      fill: CanvasText;
    }
  }
`;

export const tileStyles: CSSResult = css`
  .tiles {
    display: grid;
    gap: 0.3em;
    grid-template-columns: repeat(auto-fill, minmax(6.2em, 1fr));
    margin-block: 0.75em;
    font-size: 0.875em;
  }
  .tile {
    display: flex;
    min-block-size: 6.2em;
    border: 2px solid var(--standing);
    border-radius: 3px;
    background: var(--background);
  }
  .tile[data-standing='MISSING'] {
    border-style: dashed;
  }
  .tile button,
  .tile div {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    flex: 1;
    min-inline-size: 0;
    border: 0;
    padding: 0.4em;
    background: none;
    color: inherit;
    text-align: start;
  }
  .tile button {
    cursor: pointer;
  }
  .tile-name {
    flex: none;
    font-weight: 600;
    line-height: 1.5;
  }
  .tile-value {
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    font-size: 0.925em;
  }
  .shape {
    color: var(--standing);
  }
  [data-standing='MISSING'] .shape {
    color: var(--muted);
  }
  .map {
    inline-size: 100%;
    max-block-size: 34em;
    margin-block: 0.75em;
  }
  .map path {
    fill: var(--standing);
    stroke: var(--background);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .map path[data-standing='MISSING'] {
    fill: var(--surface);
    stroke: var(--field-border);
    stroke-dasharray: 3 2;
  }
`;
