/** A sign at the start of a line that says: here begins an item. A number or a minus sign before a digit is none. */
const BULLET = /^[-–—•▪·*●○■◦‣](?:\s+|(?=[\p{L}(”"]))/u;

/** A bullet inside a line, where a program has joined the lines. A hyphen there is punctuation. */
const BULLET_INSIDE = /\s+[•▪●■◦‣]\s*/;

/**
 * The items of a cell's lines, without their bullets. Once the lines have bullets, one without goes on with the item
 * above it: that is how text copied from a PDF breaks.
 */
export function itemsIn(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  let bulleted = false;
  for (const line of lines.flatMap((whole) => whole.split(BULLET_INSIDE))) {
    const text = line.replace(BULLET, '').trim();
    const own = text !== line.trim();
    if (!text || /^[-–—]$/.test(text)) continue;
    if (bulleted && !own) items.push([items.pop(), text].join(' '));
    else items.push(text);
    bulleted ||= own;
  }
  return items;
}

/** Whether a line begins with a bullet. */
export function isBulleted(line: string): boolean {
  return BULLET.test(line);
}
