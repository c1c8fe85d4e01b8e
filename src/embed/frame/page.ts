import { mayUse } from '../origins.ts';
import { PROTOCOL, type Height } from './protocol.ts';

/**
 * Form E, inside the frame. Where the page holds no content of its own, it becomes the link that its address describes
 * (form C), which the script tag upgrades as on any page. The height is told to the page around it, to nobody else, and
 * only after it has asked.
 */
const place = document.querySelector<HTMLElement>('main[data-widget]');
if (place) describe(place, place.dataset['widget']!);
if (parent !== window) answerParent();

function describe(place: HTMLElement, widget: string): void {
  const settings = new URLSearchParams(location.search);
  const src = settings.get('src');
  const heading = settings.get('heading');
  settings.delete('src');
  document.documentElement.lang = settings.get('lang') || document.documentElement.lang;
  document.title = heading || document.title;

  const link = document.createElement('a');
  link.href = src ?? '';
  // Anybody can write an address: what it names must be the city's, and a link that is not one is not even shown.
  if (!/^https?:$/.test(link.protocol) || !mayUse([link.href, ...settings.values()])) return;
  const pairs = [...settings].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  link.hash = [`aukio=${widget}`, ...(src === null ? ['from=next'] : []), ...pairs].join('&');
  link.textContent = heading || (src === null ? document.title : link.pathname.replace(/^.*\//, ''));
  const paragraph = document.createElement('p');
  paragraph.append(link);
  place.append(paragraph);
}

function answerParent(): void {
  let asker: string | undefined;
  const tell = (): void => {
    // A page without an origin of its own, as from a file, cannot be addressed.
    if (asker === undefined || asker === 'null') return;
    const height: Height = { aukio: PROTOCOL, height: Math.ceil(document.documentElement.getBoundingClientRect().height) };
    parent.postMessage(height, asker);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || data !== PROTOCOL) return;
    asker = origin;
    tell();
  });
  new ResizeObserver(tell).observe(document.documentElement);
}
