/** What is compared of each element inside a widget. */
const STYLES = ['display', 'letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'whiteSpace', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'fontVariantCaps', 'listStyleType', 'borderTopWidth', 'paddingTop', 'marginTop', 'float', 'boxSizing', 'backgroundColor'] as const;

/** How far a box may be from where it is on the clean page, in CSS pixels. */
const FAR = 2;

/** An element inside a widget as it is laid out, measured from the widget's own corner. */
export interface Seen {
  readonly name: string;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly styles: Readonly<Partial<Record<(typeof STYLES)[number], string>>>;
}

/** All that is laid out inside a widget, the widget itself first. */
export function look(root: ShadowRoot): Seen[] {
  const view = root.ownerDocument.defaultView!;
  const corner = root.host.getBoundingClientRect();
  return [root.host, ...root.querySelectorAll('*')].flatMap((element) => {
    // What is not laid out has no look, nor has an option in its closed field.
    if (!element.getClientRects().length || element.localName === 'option') return [];
    const { left, top, width, height } = element.getBoundingClientRect();
    const computed = view.getComputedStyle(element);
    // The widget's own element is the page's: only its box is ours.
    const styles = element === root.host ? [] : STYLES.filter((style) => style !== 'listStyleType' || computed.display === 'list-item');
    return [{
      name: `${element.localName}.${element.getAttribute('class') ?? ''}`,
      box: { left: left - corner.left, top: top - corner.top, width, height },
      styles: Object.fromEntries(styles.map((style) => [style, computed[style]])),
    }];
  });
}

/** What is not as on the clean page, in words; nothing where all of it is. */
export function differences(clean: readonly Seen[], other: readonly Seen[]): string[] {
  if (clean.length !== other.length) return [`${other.length} elements and not ${clean.length}`];
  return clean.flatMap((one, at) => {
    const { box, styles } = other[at]!;
    const sides = (['left', 'top', 'width', 'height'] as const).filter((side) => Math.abs(one.box[side] - box[side]) > FAR);
    const changed = STYLES.filter((style) => one.styles[style] !== styles[style]);
    return [
      ...sides.map((side) => `${one.name}: ${side} ${Math.round(box[side])} and not ${Math.round(one.box[side])}`),
      ...changed.map((style) => `${one.name}: ${style} ${styles[style]} and not ${one.styles[style]}`),
    ];
  });
}

/** The same as it is read from right to left: where it was from the left, it is from the right. */
export function mirrored(seen: readonly Seen[]): Seen[] {
  const whole = seen[0]!.box.width;
  return seen.map(({ box, ...more }) => ({ ...more, box: { ...box, left: whole - box.left - box.width } }));
}

/** Without what stands in a line of text, whose direction is that of its letters. */
export function blocks(seen: readonly Seen[]): Seen[] {
  return seen.filter(({ styles }) => styles.display !== 'inline' && styles.display !== 'contents');
}
