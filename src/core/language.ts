/** The language tag that holds for an element: its own, else the nearest through shadow hosts, else the page's, else English. */
export function languageTagOf(element: Element): string {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    if (!('getAttribute' in node)) continue;
    const at = node as Element;
    const tag = (at === element && at.getAttribute('data-lang')) || at.getAttribute('lang');
    if (tag) return tag;
  }
  return document.documentElement.lang || 'en';
}

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when `<html lang>` changes, as translation tools do; one observer serves the page. Returns the way out. */
export function watchPageLanguage(changed: () => void): () => void {
  watchers.add(changed);
  observer ??= new MutationObserver(() => watchers.forEach((call) => call()));
  if (watchers.size === 1) observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  return () => {
    watchers.delete(changed);
    if (watchers.size === 0) observer?.disconnect();
  };
}
