import { isAddress } from './channel-addresses.ts';
import { isBulleted, itemsIn } from './bullets.ts';

/** What stands in the cell that names a channel. */
export interface NamedChannel {
  readonly name: string;
  readonly children: readonly string[];
}

/**
 * The name of a channel and, in the lines below it, its sub-channels. A line goes on with the name where the name is
 * not at its end (`Info- ja`, `Lehdet (Itä-Häme,`) or the line is no beginning (`keskustelutilaisuudet`, `(asukaslehti)`).
 */
export function namedChannelIn(lines: readonly string[]): NamedChannel {
  let name = '';
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (name && (isBulleted(line) || !goesOn(name, line))) break;
    name = [name, itemsIn([line])[0] ?? ''].filter(Boolean).join(' ');
  }
  return { name: name.replace(/[:;,]$/, '').trim(), children: itemsIn(lines.slice(at)) };
}

function goesOn(name: string, line: string): boolean {
  const open = name.split('(').length > name.split(')').length;
  return open || /(?:[-,/&]|\s(?:ja|sekä|och|samt|and))$/i.test(name) || /^\(/.test(line) || (/^\p{Ll}/u.test(line) && !isAddress(line));
}
