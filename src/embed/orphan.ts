import { PLACES, put } from './places.ts';

/**
 * What WordPress's `wpautop` tears apart: it closes the paragraph that it puts around the opening tag, and a second one
 * around the closing tag, so that the parser leaves an empty widget, its content as siblings, and an empty paragraph.
 * The widget takes its content back, and the place of both paragraphs. What only looks like that, such as a widget that
 * was always empty, is left alone: what follows it is the page's text, and would vanish from it.
 */
export function takeBack(element: Element): void {
  const opening = element.parentElement;
  if (!opening?.parentNode || opening.childElementCount > 1 || opening.textContent.trim()) return;
  const content: ChildNode[] = [];
  for (let node = opening.nextSibling; node; node = node.nextSibling) {
    if (node instanceof HTMLParagraphElement && isEmpty(node)) {
      if (!isContentOf(element, content)) return;
      put(element, content, opening.parentNode, opening);
      opening.remove();
      node.remove();
      return;
    }
    content.push(node);
  }
}

/** As the parser leaves it: an editor's empty line holds a no-break space or a line break. */
function isEmpty(paragraph: Element): boolean {
  return !/[^ \t\n\r]/.test(paragraph.innerHTML);
}

/** A source has widgets inside it. Others have what they read, or, where they load a file, some words instead of it. */
function isContentOf(element: Element, nodes: readonly ChildNode[]): boolean {
  const elements = nodes.flatMap((node) => (node instanceof Element ? [node, ...node.querySelectorAll('*')] : []));
  if (elements.some((inside) => inside.localName.startsWith('aukio-') || inside.matches(PLACES))) return element.localName === 'aukio-source';
  const loads = element.hasAttribute('src') || element.hasAttribute('data-src');
  return loads ? !elements.some(({ localName }) => /^h[1-6]$/.test(localName)) : elements.some(({ localName }) => /^(?:table|ul|ol|dl)$/.test(localName));
}
