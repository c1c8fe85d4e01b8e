import { html, nothing, type TemplateResult } from 'lit';
import { isAddress, readablePhone } from '../../model/channel-addresses.ts';
import type { Link } from '../../model/document.ts';
import type { Speaker } from './card.ts';

/** How a channel is reached; web addresses of any kind are one. */
export type ContactKind = 'phone' | 'email' | 'web';

export function kindOf({ href }: Link): ContactKind {
  return /^tel:/i.test(href) ? 'phone' : /^mailto:/i.test(href) ? 'email' : 'web';
}

/**
 * A link that says where it leads: the number or the address is on the page, so that it can be written down, and on paper.
 * @param known words that stand above the link already, such as the channel's name
 */
export function renderLink(link: Link, known: string, { say }: Speaker): TemplateResult {
  const address = addressIn(link);
  const words = link.text === known ? '' : link.text;
  const kind = kindOf(link);
  // A word for a number or a mail address does not tell it.
  const text = !words ? address : kind === 'phone' ? (/\d/.test(words) ? words : `${words} ${address}`) : kind === 'email' && !words.includes('@') ? `${words} ${address}` : words;
  return html`<a href=${link.href} part="link">${breakable(text)}</a>${kind === 'web' && text !== address ? html`<span class="print-only"> (${address})</span>` : nothing}${leadsAway(link) ? html` <span class="aside no-print">${say('other-site')}</span>` : nothing}`;
}

/** An address may break before its signs, and not in the middle of a word. */
function breakable(text: string): unknown {
  return isAddress(text) ? text.split(/(?=[@./?])/).map((piece, n) => (n ? html`<wbr />${piece}` : piece)) : text;
}

/** The address as people write it. */
function addressIn(link: Link): string {
  switch (kindOf(link)) {
    case 'phone':
      return readablePhone(link.href);
    case 'email':
      return link.href.replace(/^mailto:|\?.*$/gi, '');
    case 'web': {
      const { host, pathname, search } = new URL(link.href, document.baseURI);
      return `${host}${decoded(pathname)}${search}`.replace(/\/$/, '');
    }
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function leadsAway({ href }: Link): boolean {
  return /^https?:/i.test(href) && URL.canParse(href) && new URL(href).host !== location.host;
}
