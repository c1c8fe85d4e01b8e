const MARK = 'data-aukio-announcer';
const HIDDEN = { position: 'absolute', inlineSize: '1px', blockSize: '1px', margin: '-1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };

let pending: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a sentence politely to assistive technology. There is one region per page, whoever asks;
 * it moves into the open modal, since what is outside of it is inert.
 */
export function announce(text: string, lang: string): void {
  const home = document.querySelector('dialog:modal') ?? document.body;
  let region = document.querySelector<HTMLElement>(`[${MARK}]`);
  if (!region) {
    region = document.createElement('div');
    region.setAttribute(MARK, '');
    region.role = 'status';
    region.ariaLive = 'polite';
    // Through CSSOM: a style attribute would be blocked by style-src 'self'.
    Object.assign(region.style, HIDDEN);
  }
  if (region.parentNode !== home) home.append(region);
  const said = region;
  said.lang = lang;
  clearTimeout(pending);
  // A region filled in the moment it appears is not read out; and of several results while typing only the last matters.
  pending = setTimeout(() => {
    // The same sentence again is read out only if the text differs.
    said.textContent = said.textContent === text ? `${text}\u00A0` : text;
  }, 150);
}
