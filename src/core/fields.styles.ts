import { css } from 'lit';

/** Fields of a form that is filled in: one under the other, with what is said of them beside them. */
export const fieldStyles = css`
  .field {
    min-inline-size: 0;
    margin: 0 0 1.5em;
    padding: 0;
    border: 0;
  }

  .field > label,
  .field > legend {
    display: block;
    margin-block-end: 0.2em;
    padding: 0;
    font-weight: 600;
  }

  .optional {
    font-weight: 400;
    color: var(--_text-soft);
  }

  .hint {
    margin-block-end: 0.35em;
    color: var(--_text-soft);
  }

  .field > input,
  .field > select,
  .field > textarea {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
  }

  textarea {
    min-block-size: 6em;
    margin: 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    resize: vertical;
  }

  .field > textarea {
    max-inline-size: 40em;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.6em;
    align-items: start;
    max-inline-size: 40em;
    padding-block: 0.3em;
  }

  .choice input {
    inline-size: 1.5em;
    min-block-size: 1.5em;
    block-size: 1.5em;
    min-inline-size: 24px;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
  }

  .choice .hint {
    grid-column: 2;
    margin: 0;
  }

  /* Said by words; the line only shows which field they belong to. */
  .wrong {
    padding-inline-start: 0.75em;
    border-inline-start: 0.3em solid var(--_bad);
  }

  .fault {
    margin-block-end: 0.35em;
    font-weight: 600;
    color: var(--_bad);
  }

  .wrong > input,
  .wrong > select,
  .wrong > textarea {
    border: 2px solid var(--_bad);
  }

  .summary ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .summary li {
    padding-block: 0.2em;
  }

  @media (forced-colors: active) {
    textarea {
      border-color: CanvasText;
    }
  }
`;
