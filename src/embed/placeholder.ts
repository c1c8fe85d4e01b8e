import { put } from './places.ts';

/** What is the content itself when it carries the class or `data-aukio`, since nothing else can stand inside it. */
const CONTENT = 'table,ul,ol,dl';

/**
 * Form B: creates the widget inside its placeholder, which keeps its id, class and `data-aukio`; or around the table or
 * list that asks for it. One that holds its widget already is left as it is, whoever put it there: an earlier scan, a
 * clone, or an author. A widget in its own tag, emptied by a filter that put it into a paragraph, gets its content back.
 */
export function upgrade(place: Element, tag: string): Element {
  const held = place.querySelector(tag);
  if (held) return held;
  if (place.localName === tag) {
    if (place.matches('p>:empty')) import('./orphan.ts').then(({ takeBack }) => takeBack(place), () => {});
    return place;
  }
  const element = document.createElement(tag);
  for (const attribute of place.attributes) {
    // As a node: the parser allows names that `setAttribute` refuses.
    if (attribute.name.startsWith('data-') && attribute.name !== 'data-aukio') element.setAttributeNode(attribute.cloneNode() as Attr);
  }
  if (!place.matches(CONTENT)) {
    put(element, [...place.childNodes], place, null);
  } else if (place.parentNode) {
    // Its language is the widget's, which would not find it further down.
    if ((place as HTMLElement).lang) element.lang = (place as HTMLElement).lang;
    put(element, [place], place.parentNode, place.nextSibling);
  }
  return element;
}
