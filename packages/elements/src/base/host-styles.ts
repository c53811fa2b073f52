import { type CSSResult, css } from 'lit';

/**
 * What stands between an element and the page around it. `!important` in a shadow root wins over `!important` outside,
 * so nothing of the page's style gets in but the custom properties that are there to be set.
 *
 * Sizes are in em of a base that is the reader's own (`medium`), never in rem: Bootstrap 3 makes a rem 10 px.
 */
export const hostStyles: CSSResult = css`
  :host {
    all: initial !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
    display: block !important;
    box-sizing: border-box !important;
    font-family: var(--cnscd-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif) !important;
    font-size: var(--cnscd-font-size, medium) !important;
    line-height: 1.6 !important;
    color: var(--cnscd-color-text, #1b2733) !important;
    color-scheme: light !important;
    text-align: start !important;
    overflow-wrap: break-word !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .frame {
    position: relative;
    --primary: var(--cnscd-color-primary, #0d4f8b);
    --on-primary: var(--cnscd-color-on-primary, #fff);
    --text: var(--cnscd-color-text, #1b2733);
    --muted: var(--cnscd-color-muted, #52606d);
    --border: var(--cnscd-color-border, #c3ccd5);
    --field-border: var(--cnscd-color-field-border, #66727f);
    --background: var(--cnscd-color-background, #fff);
    --surface: var(--cnscd-color-surface, #f3f6f9);
    --good: var(--cnscd-color-good, #1a7f4b);
    --near: var(--cnscd-color-near, #8f5500);
    --below: var(--cnscd-color-below, #b3261e);
    --radius: var(--cnscd-radius, 6px);
    --space: var(--cnscd-space, 1em);
    background: var(--background);
    color: var(--text);
    padding: var(--space);
    border: 1px solid var(--border);
    border-radius: var(--radius);
  }
  .heading {
    font-size: 1.3em;
    font-weight: 700;
    line-height: 1.5;
    margin-block-end: 0.5em;
  }
  p,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .hint,
  .facts {
    color: var(--muted);
    font-size: 0.925em;
  }
  .missing {
    color: var(--muted);
    font-style: italic;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--cnscd-color-focus, #b35900);
    outline-offset: 2px;
  }
`;
