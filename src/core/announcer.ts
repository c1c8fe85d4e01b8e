const MARK = 'data-aukio-announcer';
const HIDDEN = { position: 'absolute', 'inline-size': '1px', 'block-size': '1px', margin: '-1px', overflow: 'hidden', 'clip-path': 'inset(50%)', 'white-space': 'nowrap' };

let pending: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence politely to assistive technology. There is one region per page, whoever asks;
 * it moves into the open modal, since what is outside of it is inert.
 */
export function announce(text: string, lang: string): void {
  const home = document.querySelector('dialog:modal') ?? document.body;
  let region = document.querySelector(`[${MARK}]`);
  if (!(region instanceof HTMLElement)) {
    region = document.createElement('div');
    region.setAttribute(MARK, '');
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    // Through CSSOM: a style attribute would be blocked by style-src 'self'.
    for (const [name, value] of Object.entries(HIDDEN)) (region as HTMLElement).style.setProperty(name, value);
  }
  if (region.parentNode !== home) home.append(region);
  const said = region as HTMLElement;
  said.lang = lang;
  clearTimeout(pending);
  // A region filled in the moment it appears is not read out; and of several results while typing only the last matters.
  pending = setTimeout(() => {
    // The same sentence again is read out only if the text differs.
    said.textContent = said.textContent === text ? `${text}\u00A0` : text;
  }, 150);
}
