import type { AukioBuilder } from './builder.ts';
import type { Draft } from './draft.ts';
import type { WidgetName } from './widgets.ts';

type Chosen = AukioBuilder['chosen'];

/** What the editor has made and does not see at the moment: whatever she tries, she can go on with it. */
export class Aside {
  /** The mended table in whose place she has brought something else. */
  replaced: { readonly draft: Draft; readonly widget: WidgetName; readonly chosen: Chosen } | undefined;
  #draft: Draft | undefined;
  readonly #chosen = new Map<WidgetName, Chosen>();

  constructor(private readonly builder: AukioBuilder) {}

  /** Goes over to another widget: her table waits where that one reads no tables, and so do options that only the old one has. */
  change(widget: WidgetName): void {
    const { builder } = this;
    const both = [...builder.chosen].filter(([name]) => name.startsWith('heading') || name === 'help');
    const own = [...(this.#chosen.get(widget) ?? [])].filter(([name]) => !name.startsWith('heading') && name !== 'help');
    this.#chosen.set(builder.widget, builder.chosen);
    builder.widget = widget;
    builder.chosen = new Map([...both, ...own]);
    const draft = builder.draft ?? this.#draft;
    builder.draft = builder.kind.tables ? draft : undefined;
    this.#draft = builder.kind.tables ? undefined : draft;
  }

  /** Before something else takes the place of her table. */
  replace(): void {
    const { draft, mended, widget, chosen } = this.builder;
    if (draft && mended) this.replaced = { draft, widget, chosen };
  }

  /** The mended table comes back into its place. */
  bringBack(): void {
    const { builder, replaced } = this;
    if (!replaced) return;
    Object.assign(builder, replaced, { json: undefined, mended: true, place: 'inline' });
    builder.mender.removed = this.replaced = undefined;
    void builder.check();
    void builder.goTo('step-mend');
  }
}
