/** On everything from the page's root down to what is printed. */
const MARK = 'data-aukio-printed';
const RULES = `@media print { :is(:host, [${MARK}='way']) > :not([${MARK}]) { display: none !important } }`;

let restore: (() => void) | undefined;

/**
 * Prints one element and nothing beside it, on whatever page it stands; who prints by the browser's own menu still gets the
 * page. An adopted stylesheet is what the strictest content security policy allows, where a frame or a window is not.
 */
export function printAlone(element: Element): void {
  restore?.();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES);
  const way = pathTo(element);
  const roots = new Set(way.map((one) => one.getRootNode() as Document | ShadowRoot));
  for (const one of way) one.setAttribute(MARK, one === element ? 'whole' : 'way');
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  restore = () => {
    removeEventListener('afterprint', end);
    for (const one of way) one.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    restore = undefined;
  };
  // Some browsers ask for the printer only after `print` has returned.
  addEventListener('afterprint', end);
  print();
}

const end = (): void => restore?.();

/** The element and all that it stands in, through the hosts of shadow trees. */
function pathTo(element: Element): Element[] {
  const way: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement ?? (one.getRootNode() as Partial<ShadowRoot>).host ?? null) way.push(one);
  return way;
}
