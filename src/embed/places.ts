/** What may carry a widget's class; elsewhere a class is only a class. */
const CLASSED = ':is(table,figure,div,section,article,aside,ul,ol,dl)[class*=aukio-]';

/** Everything that may ask for a widget without being one. */
export const PLACES = `[data-aukio],${CLASSED},a[href*="#aukio="]`;

/** Where content is shown as code, or is being written: it must not change under its author's hands. */
const UNTOUCHED = 'template,pre,code,textarea,[contenteditable]:not([contenteditable=false i])';

/** The tag of the widget that an element is, or asks for by its address, `data-aukio` or class; it may be none of `known`. */
export function tagAsked(element: Element, known: readonly string[]): string | undefined {
  if (element.localName.startsWith('aukio-')) return element.localName;
  const name = isLink(element) ? /^#aukio=([^&]+)/.exec(element.hash)?.[1] : element.getAttribute('data-aukio')?.trim();
  // By `end` a link ends what `from=next` takes.
  if (name !== undefined) return name === 'end' ? undefined : `aukio-${name}`;
  if (!element.matches(CLASSED)) return undefined;
  const classes = [...element.classList].filter((token) => token.startsWith('aukio-'));
  return classes.find((token) => known.includes(token)) ?? classes[0];
}

/** Whether an element is a link, and asks for a widget by its address alone. */
export function isLink(element: Element): element is HTMLAnchorElement {
  return element instanceof HTMLAnchorElement;
}

/** Whether an element is to be left as it is, for being another widget's content or an author's text. */
export function isContent(element: Element, known: readonly string[]): boolean {
  if (element.closest(UNTOUCHED)) return true;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const tag = tagAsked(around, known);
    // A source is the one widget that has other widgets inside it, and not content.
    if (tag && tag !== 'aukio-source' && known.includes(tag)) return true;
  }
  return false;
}

/**
 * Puts a new element before `next` in `parent`. It holds its content before it is connected, so that the widget finds it
 * there; and what has the focus, has it afterwards.
 */
export function put(element: Element, content: Iterable<Node>, parent: Node, next: Node | null): void {
  const focused = document.activeElement as HTMLElement | null;
  element.append(...content);
  parent.insertBefore(element, next);
  if (document.activeElement !== focused) focused?.focus({ preventScroll: true });
}
