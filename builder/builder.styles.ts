import { css } from 'lit';

/** The builder's own page: one column of steps, tables that scroll by themselves, the preview on a ground of its own. */
export const styles = css`
  h1 {
    margin: 0 0 0.4em;
    font-family: var(--aukio-heading-font, inherit);
    font-size: 2em;
    line-height: 1.2;
    text-wrap: balance;
  }

  header {
    padding-block-end: 0.5em;
  }

  .lead {
    max-inline-size: 40em;
    font-size: 1.15em;
  }

  .hint,
  .step > p {
    max-inline-size: 42em;
  }

  .languages,
  .toolbar,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }

  .languages {
    margin-block-end: 1.5em;
  }

  .actions {
    margin-block: 0.6em 0;
  }

  /* What stands first in its line is in line with what is above it. */
  p > button.quiet:first-child,
  .of-row > button.quiet {
    margin-inline-start: calc(-0.25em - 1px);
  }

  [aria-pressed='true'],
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-text);
  }

  [aria-pressed='true']:hover,
  .primary:hover {
    color: var(--_accent-text);
    text-decoration: underline;
  }

  :host {
    counter-reset: step;
  }

  .step {
    counter-increment: step;
    padding-block: 1.5em 0.5em;
    border-block-start: 1px solid var(--_border);
  }

  .step > h2 {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
    margin-block: 0 0.75em;
  }

  .number {
    flex: none;
    min-inline-size: 1.75em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    color: var(--_accent);
    font-size: 0.75em;
    line-height: 1.6;
    text-align: center;
  }

  .number::before {
    content: counter(step);
  }

  .field > textarea {
    inline-size: 100%;
    box-sizing: border-box;
  }

  .code,
  pre {
    max-inline-size: 60em;
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    hyphens: none;
  }

  .field > .code {
    max-inline-size: 60em;
  }

  pre {
    margin: 0 0 1.5em;
    padding: 0.75em;
    overflow-x: auto;
    background: var(--_surface-soft);
  }

  .drop {
    max-inline-size: 38em;
    padding: 1em;
    border: 2px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }

  .drop.over {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_surface-soft);
  }

  details {
    margin-block-end: 1.5em;
  }

  summary {
    min-block-size: 24px;
    margin-block-end: 0.75em;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .problems {
    max-inline-size: 50em;
    padding-inline-start: 1.25em;
  }

  .problems li,
  #checks li {
    padding-block: 0.25em;
  }

  .mend-table {
    margin-block: 1em 2em;
  }

  .mend-texts {
    max-inline-size: 50em;
    margin-block: 0 1.5em;
  }

  .group-name,
  .mend-texts summary {
    margin-block: 0 0.4em;
    font-weight: 600;
  }

  .mend-text {
    display: flex;
    gap: 0.5em;
    align-items: flex-start;
    margin-block-end: 0.4em;
  }

  .mend-text textarea {
    box-sizing: border-box;
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.6em;
    padding: 0.3em 0.4em;
    line-height: 1.4;
    field-sizing: content;
  }

  .mend-text .heading-text {
    font-weight: 700;
  }

  .removed-note {
    margin: 0 0 0.4em;
    padding: 0.3em 0.6em;
    border-inline-start: 0.3em solid var(--_border-strong);
    background: var(--_surface-soft);
  }

  .removed-note > button.quiet {
    margin-inline-start: 0.25em;
  }

  .of-row button {
    display: block;
    white-space: nowrap;
  }

  .scroll {
    position: relative;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  .mend-table .scroll {
    max-block-size: 34em;
  }

  .mend-table table {
    border-collapse: collapse;
    inline-size: 100%;
  }

  .mend-table :is(th, td) {
    padding: 0.3em;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }

  .mend-table .head > *,
  .mend-table thead th {
    background: var(--_surface-soft);
    hyphens: none;
  }

  .mend-table textarea {
    box-sizing: border-box;
    min-inline-size: 11em;
    min-block-size: 2.6em;
    inline-size: 100%;
    padding: 0.3em 0.4em;
    line-height: 1.4;
    field-sizing: content;
  }

  .head textarea {
    font-weight: 700;
  }

  .marked {
    border: 2px solid var(--_bad);
  }

  .stage {
    margin-block: 1em;
    padding: 1em;
    background: Canvas;
    color: CanvasText;
  }

  .stage.light {
    color-scheme: light;
  }

  .stage.dark {
    color-scheme: dark;
  }

  .stage .phone {
    box-sizing: border-box;
    inline-size: 20em;
    max-inline-size: none;
    margin-inline: auto;
  }

  .stage .desktop {
    min-inline-size: 60em;
  }

  @container (max-width: 30em) {
    h1 {
      font-size: 1.6em;
    }

    .stage {
      padding: 0.25em;
    }

    .stage .phone {
      inline-size: 100%;
    }
  }

  @media (forced-colors: active) {
    [aria-pressed='true'],
    .primary {
      border: 3px solid Highlight;
    }

    .number {
      border-color: CanvasText;
    }
  }
`;
