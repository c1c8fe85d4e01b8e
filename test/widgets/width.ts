/** Gives the page's content a width in CSS pixels, `undefined` its own: widgets follow the room that they have, and not every engine can be told the window's. */
export function setPageWidth(width: number | undefined): void {
  if (width === undefined) document.body.style.removeProperty('inline-size');
  else document.body.style.setProperty('inline-size', `${width}px`);
}
