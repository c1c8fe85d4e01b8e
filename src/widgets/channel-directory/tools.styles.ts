import { css } from 'lit';

/** Print, below the channels. */
export const toolStyles = css`
  .print {
    margin-block: var(--_space) 0;
  }
`;
