import { css } from 'lit';

/**
 * What a theme may set, all on the element or any ancestor of it. Font and text colour are inherited from the page;
 * sizes are `em`, since half of city themes set `html{font-size:62.5%}`.
 */
export const tokens = css`
  :host {
    --_accent: var(--aukio-accent, light-dark(#0050b3, #8ab8ff));
    --_accent-text: var(--aukio-accent-text, light-dark(#fff, #10131a));
    --_surface: var(--aukio-surface, light-dark(#fff, #14171c));
    --_surface-soft: var(--aukio-surface-soft, light-dark(#f3f5f8, #1f242b));
    --_text: var(--aukio-text, light-dark(#1b1f24, #eceff3));
    --_text-soft: var(--aukio-text-soft, light-dark(#4a5361, #b3bcc8));
    --_border: var(--aukio-border, light-dark(#c3cad4, #454d59));
    --_border-strong: var(--aukio-border-strong, light-dark(#6b7585, #8b95a5));
    --_good: var(--aukio-good, light-dark(#17643a, #6fd39b));
    --_caution: var(--aukio-caution, light-dark(#7a4d00, #f0bd5b));
    --_bad: var(--aukio-bad, light-dark(#a31a1a, #ff9d94));
    --_neutral: var(--aukio-neutral, light-dark(#4a5361, #b3bcc8));
    --_radius: var(--aukio-radius, 0.25em);
    --_space: var(--aukio-space, 1em);
  }
`;
