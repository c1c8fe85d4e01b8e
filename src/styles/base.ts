import { css } from 'lit';

/** The ground on which every widget stands: its box on a stranger's page, text, headings, buttons, focus. */
export const base = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    inline-size: 100% !important;
    min-inline-size: min(100%, 12em) !important;
    container-type: inline-size !important;
    padding: 0 !important;
    border: 0 !important;
    text-decoration: none !important;
    visibility: visible;
    text-transform: none !important;
    font-size: var(--aukio-font-size, inherit);
  }

  :host([hidden]) {
    display: none !important;
  }

  /* A host's *{} reaches the element itself and is inherited; this is where it ends. */
  .base {
    color: var(--_text);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    line-height: 1.5;
    font-style: normal;
    font-weight: 400;
    overflow-wrap: break-word;
    hyphens: auto;
    cursor: auto;
  }

  .base,
  .base * {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 1.5em 0 0.5em;
    font-family: var(--aukio-heading-font, inherit);
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }

  .h2 {
    font-size: 1.6em;
  }

  .h3 {
    font-size: 1.3em;
  }

  .h4 {
    font-size: 1.1em;
  }

  .h5,
  .h6 {
    font-size: 1em;
  }

  .heading {
    margin-block-start: 0;
  }

  p {
    margin: 0 0 0.75em;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  button,
  input,
  select {
    margin: 0;
    min-block-size: 2.75em;
    min-inline-size: 24px;
    padding: 0.4em 0.75em;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-transform: none;
  }

  button {
    cursor: pointer;
  }

  button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  button.quiet {
    min-block-size: 24px;
    padding: 0.15em 0.25em;
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  [hidden]:not([hidden='until-found' i]) {
    display: none !important;
  }

  .visually-hidden {
    position: absolute !important;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* The way past a list, for the keyboard, and where it leads. */
  .skip {
    margin-block-end: 0.75em;
  }

  .skip:not(:focus) {
    position: absolute;
    clip-path: inset(50%);
  }

  .end:focus {
    outline: none;
  }

  .message {
    padding: 0.75em var(--_space);
    border-inline-start: 0.3em solid var(--_border-strong);
    background: var(--_surface-soft);
    margin-block-end: var(--_space);
  }

  .message > :last-child {
    margin-block-end: 0;
  }

  .message.error {
    border-inline-start-color: var(--_bad);
  }

  @media print {
    .no-print,
    .skip {
      display: none !important;
    }
  }

  @media (forced-colors: active) {
    .message,
    button,
    input,
    select {
      border-color: CanvasText;
    }
  }
`;
