/** `data-lang` wins, as on the widget itself. */
export function languageAround(element: Element): string {
  const named = element.closest('[lang],[data-lang]');
  return named?.getAttribute('data-lang') || named?.getAttribute('lang') || '';
}
