import { html, isServer, nothing, render } from 'lit';

let renders: boolean | undefined;

/**
 * Whether templates can be rendered on this page; every define asks before it defines. Where Trusted Types are enforced
 * without a policy for Lit they cannot, and an element that is defined nevertheless hides the page's own content
 * behind an empty shadow root. Tried once per page; the console is told what the policy has to name.
 */
export function probe(): boolean {
  // Lit types it as what it is in browsers.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
  return (renders ??= isServer || tried());
}

function tried(): boolean {
  const place = document.createElement('div');
  try {
    // Each kind of binding that a page's default policy may sanitise away.
    render(html`<button class=${'probe'} @click=${nothing}>${'aukio'}</button>`, place);
    if (place.querySelector('.probe')?.textContent === 'aukio') return true;
  } catch {
    // The sentence below says what to do; the refusal itself is on the console already.
  }
  console.warn('aukio: the Trusted Types policy of this page lets no template through, so the page keeps its own content. Add to it: trusted-types lit-html aukio');
  return false;
}
