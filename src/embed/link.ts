import { mayUse } from './origins.ts';
import { PLACES, put } from './places.ts';

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** The names that a fragment may set as `data-…`: none of those by which other scripts take orders from markup. */
const NAME = /^(?!on|hx)[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Form C: the widget takes the place of a link, or of the paragraph in which the link stands alone, and holds the link
 * as its fallback. With `from=next` it holds what follows as well (form D) and loads nothing. Only there a link amid
 * other text, or in a heading, stays where it is and loses its fragment: the widget comes after that paragraph or heading.
 * A link to a host that the page does not allow is left alone.
 * @param known the tags of all widgets
 */
export function upgrade(link: HTMLAnchorElement, tag: string, known: readonly string[]): Element | undefined {
  if (!/^https?:$/.test(link.protocol)) return undefined;
  const attributes = attributesOf(link.hash);
  const next = attributes.get('from') === 'next';
  // The first is the widget, the second was read above, and the third is the link's own to say.
  for (const name of ['aukio', 'from', 'src']) attributes.delete(name);
  if (!next) attributes.set('src', link.href.slice(0, -link.hash.length));
  if (!mayUse(attributes.values())) return undefined;

  const element = document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(`data-${name}`, value);
  const place = standingAlone(link);
  const block = (next && link.closest(`p,${HEADINGS.join()}`)) || place;
  const following = next ? section(link, block, known) : [];
  const last = following.at(-1) ?? block;
  if (!last.parentNode) return undefined;
  if (!place.contains(block)) {
    link.hash = '';
    put(element, following, last.parentNode, last.nextSibling);
    return element;
  }
  put(element, [link, ...following], last.parentNode, last.nextSibling);
  if (place === link) return element;
  // An address that ends in the paragraph's id still leads here.
  if (place.id) element.id = place.id;
  place.remove();
  return element;
}

/** What a fragment says, `name=value&name`, by name. */
function attributesOf(hash: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const part of hash.slice(1).split('&')) {
    const [name = '', ...value] = part.split('=');
    if (NAME.test(name)) attributes.set(name, decoded(value.join('=')));
  }
  return attributes;
}

/** Byte sequence by byte sequence: a lone `%`, as in "50 % of", must not cost the value its other letters. */
function decoded(value: string): string {
  return value.replace(/(%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** The paragraph, or the bold or other inline markup, of which a link is all; else the link. */
function standingAlone(link: Element): Element {
  let place = link;
  for (let around = link.parentElement; around?.matches('p,strong,b,em,i,u,span'); around = around.parentElement) {
    const more = [...around.children].some((child) => child !== place && child.localName !== 'br');
    if (more || around.textContent.trim() !== link.textContent.trim()) break;
    place = around;
  }
  return place;
}

/**
 * What follows a block and belongs to it: up to a heading of the same level as the one that the link stands under, or a
 * higher one, up to the next widget or `#aukio=end`, or up to the end of the parent.
 */
function section(link: Element, block: Element, known: readonly string[]): ChildNode[] {
  const ends = [PLACES, ...known, ...HEADINGS.slice(0, levelAbove(link))].join();
  const nodes: ChildNode[] = [];
  for (let node = block.nextSibling; node; node = node.nextSibling) {
    if (node instanceof Element && (node.matches(ends) || node.querySelector(ends))) break;
    nodes.push(node);
  }
  return nodes;
}

/** The level of the heading that a link stands under or in; without one, a heading of any level begins something else. */
function levelAbove(link: Element): number {
  const headings = [...(link.getRootNode() as ParentNode).querySelectorAll(HEADINGS.join())];
  const above = headings.findLast((heading) => heading.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
  return Number(above?.localName[1] ?? HEADINGS.length);
}
