/** How long a reader may pause between letters before the list follows, in milliseconds. */
const TYPING = 120;

/** What a list is filtered by: words to look for, and whatever else its widget has. */
export interface ListFilters {
  readonly text: string;
}

/** The widget whose list it is. */
interface Host {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** The search and the filters of a list in its reader's hands. */
export abstract class ListTools<Filters extends ListFilters, Widget extends Host> {
  /** In a narrow widget the filters wait behind a button, so that the list is not far below. */
  filtersOpen = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** @param filters what they are at first */
  constructor(readonly host: Widget, protected readonly none: Filters, public filters = none) {}

  /** Whether anything is looked for. */
  get active(): boolean {
    return Object.values(this.filters).flat().some((value) => value && String(value).trim());
  }

  /** A choice of the reader's. */
  readonly choose = (filters: Partial<Filters>): void => {
    this.filters = { ...this.filters, ...filters };
    clearTimeout(this.#typing);
    this.apply();
  };

  /** Letters in the search field: the list follows when the reader pauses. */
  readonly type = (text: string): void => {
    this.filters = { ...this.filters, text };
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.apply(), TYPING);
    this.host.requestUpdate();
  };

  readonly clear = (): void => {
    this.choose(this.none);
    this.host.renderRoot.querySelector<HTMLElement>('#search, .result')?.focus();
  };

  readonly openFilters = (): void => {
    this.filtersOpen = !this.filtersOpen;
    this.host.requestUpdate();
  };

  /** Brings the list in line with the filters, and says what is left. */
  protected abstract apply(): void;
}

/** With `value` where it is not in the list, and without it where it is. */
export function toggled<Value>(list: readonly Value[], value: Value): readonly Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/** Writes filters into the address of the page, which stays in its place of the history. @param write into the parameters that are there */
export function keepInAddress(write: (params: URLSearchParams) => URLSearchParams): void {
  const address = new URL(location.href);
  address.search = write(address.searchParams).toString();
  history.replaceState(history.state, '', address);
}
