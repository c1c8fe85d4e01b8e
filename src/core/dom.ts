/**
 * Elements without a template engine, for what is built once in thousands and then only hidden or shown:
 * measured at 10,000 rows, Lit needs about ten times as long.
 */
export function h(tag: string, attributes: Readonly<Record<string, string | undefined>>, ...children: readonly (Node | string | undefined)[]): HTMLElement {
  const element = document.createElement(tag);
  // Not `in`: old scripts of a page give every object properties of their own.
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) element.setAttribute(name, value);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

const drawn = new Map<string, SVGElement>();

/** A picture of filled paths, hidden from assistive technology: it never says more than the words beside it. */
export function picture(className: string, viewBox: string, ...shapes: readonly Shape[]): SVGElement {
  // Thousands of rows repeat a few pictures, and a copy costs a third of a new one.
  const key = JSON.stringify([className, viewBox, shapes]);
  let svg = drawn.get(key);
  if (!svg) drawn.set(key, (svg = draw(className, viewBox, shapes)));
  return svg.cloneNode(true) as SVGElement;
}

type Shape = readonly [tag: string, geometry: Readonly<Record<string, string | number>>];

function draw(className: string, viewBox: string, shapes: readonly Shape[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  for (const [tag, geometry] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const name of Object.keys(geometry)) shape.setAttribute(name, String(geometry[name]));
    svg.append(shape);
  }
  return svg;
}
