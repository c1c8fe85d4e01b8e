import { css } from 'lit';

/** What a widget that sends something has beside its fields: buttons, good and bad news, lines of what was sent. */
export const formStyles = css`
  .message,
  .hint,
  .base > p {
    max-inline-size: 45em;
  }

  .stage-heading {
    margin-block: 0 0.5em;
  }

  /* A heading takes the focus to be read; there is nothing to be done with it. */
  .heading:focus,
  .stage-heading:focus {
    outline: none;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin-block: 1.25em;
  }

  button.primary {
    padding-inline: 1.25em;
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-text);
    font-weight: 600;
  }

  button.primary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
    color: var(--_accent-text);
  }

  button.quiet {
    min-inline-size: 24px;
    text-align: start;
  }

  /* What stands first in its line is in line with the text above it. */
  p > button.quiet:first-child,
  dd > button.quiet {
    margin-inline-start: calc(-0.25em - 1px);
  }

  /* It holds what the page itself has put into the widget, which the page may float. */
  .message {
    display: flow-root;
  }

  .message.good {
    border-inline-start-color: var(--_good);
  }

  .message.caution {
    border-inline-start-color: var(--_caution);
  }

  .code {
    font-size: 1.1em;
    font-weight: 700;
    letter-spacing: 0.03em;
  }

  progress {
    inline-size: min(100%, 16em);
    accent-color: var(--_accent);
  }

  @media (forced-colors: active) {
    button.primary {
      border-width: 2px;
    }

    /* Here it has a frame, which stands in line itself. */
    p > button.quiet:first-child,
    dd > button.quiet {
      margin-inline-start: 0;
    }
  }
`;
