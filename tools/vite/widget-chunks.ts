import type { Rolldown } from 'vite';

/** Where the embed build is cut; modules by their ids. */
export interface Cuts {
  /** The loader's module. */
  readonly entry: string;
  /** What the loader itself uses of what it loads. */
  readonly ground: readonly string[];
  /** What shows the beginning of a widget before the widget itself is there. */
  readonly beginnings: readonly string[];
  /**
   * From these all that every widget needs is reached; and small ones that several need at once: in the chunk of one of them
   * they would bring it along.
   */
  readonly shared: readonly string[];
  /** What is loaded later, and by more than one; what two of them need goes with the first. */
  readonly later: readonly string[];
  /** What is loaded later and needs little of what other widgets have in common: just that, then, is in a chunk. */
  readonly apart: readonly string[];
}

interface Module {
  readonly id: string;
  readonly importedIds: readonly string[];
  readonly dynamicImporters: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

/** What the first paint needs of one language: what is said to residents, and the words that reports are read by. */
const WORDS = /[\\/]src[\\/](?:i18n|model[\\/]synonyms)[\\/]([a-z]{2,3})\.ts$/;

/**
 * How the embed build is cut: two chunks for what widgets share, of which the first, `ground`, has no Lit; one for each
 * widget with all that it needs at once, and before it one for what shows its beginning; one for the words of each language.
 * The loader asks for those that it needs together, and what a widget loads later stays apart: in one chunk for each of
 * `later`, with all that it needs beyond the first.
 *
 * Left to itself, the bundler makes a chunk of its own for every module that a widget uses at once and one of its
 * later parts uses again: a request more before the first paint.
 */
export function widgetChunks(cuts: Cuts): Rolldown.CodeSplittingGroup {
  let names: ReadonlyMap<string, string> | undefined;
  return {
    debugName: 'widgets',
    name(id, chunking) {
      names ??= assign(cuts, (module) => chunking.getModuleInfo(module) ?? undefined);
      return names.get(id) ?? WORDS.exec(id)?.[1] ?? null;
    },
  };
}

function assign({ entry, ground, beginnings, shared, later, apart }: Cuts, info: (id: string) => Module | undefined): Map<string, string> {
  const reach = (id: string): Set<string> => closure([id], (module) => info(module)?.importedIds ?? []);
  /** All that comes with these or after them, at any time. */
  const ever = (ids: readonly string[]): Set<string> => closure(ids, (id) => [...(info(id)?.importedIds ?? []), ...(info(id)?.dynamicallyImportedIds ?? [])]);
  const everything = ever([entry]);
  const loaded = [...everything].filter((id) => (info(id)?.dynamicImporters.length ?? 0) > 0);
  const widgets = loaded.filter((id) => /[\\/]define[\\/][^\\/]+$/.test(id));

  const core = new Set(shared.flatMap((id) => [...reach(id)]));
  const [first, ...others] = widgets.map(reach);
  for (const id of first ?? []) if (others.every((other) => other.has(id))) core.add(id);

  const names = new Map([...core].map((id) => [id, 'core']));
  for (const id of ground.flatMap((module) => [...reach(module)])) names.set(id, 'ground');
  for (const beginning of beginnings) {
    // What comes without this widget too must not bring its beginning along.
    const together = ever([beginning, ...widgets.filter((id) => reach(id).has(beginning))]);
    const alone = new Set([...core, ...[...everything].filter((id) => !together.has(id)).flatMap((id) => info(id)?.importedIds ?? []).flatMap((id) => [...reach(id)])]);
    for (const id of reach(beginning)) names.set(id, alone.has(id) ? 'ground' : nameOf(beginning));
  }
  const own = new Map(widgets.map((widget) => [widget, new Set([...reach(widget)].filter((id) => !names.has(id)))]));
  for (const [widget, needed] of own) {
    const together = ever([widget]);
    // What something else than this widget can load must not bring the widget along. The loader asks for some ahead of it.
    const elsewhere = loaded.filter((id) => id !== widget && !(info(id)?.dynamicImporters ?? []).every((importer) => together.has(importer) || (importer === entry && [...later, ...apart].includes(id) && together.has(id))));
    const taken = new Set(elsewhere.flatMap((id) => [...reach(id)]));
    for (const id of needed) if (!taken.has(id)) names.set(id, nameOf(widget));
  }
  // What several widgets need at once is in one chunk for just these. The loader has to name it: short.
  const companies: string[] = [];
  for (const id of everything) {
    const users = widgets.filter((widget) => own.get(widget)?.has(id));
    if (users.length === 0 || names.has(id)) continue;
    const company = [...users, apart.some((module) => reach(module).has(id))].join();
    if (!companies.includes(company)) companies.push(company);
    names.set(id, `w${companies.indexOf(company)}`);
  }
  for (const id of later) for (const needed of reach(id)) if (!names.has(needed)) names.set(needed, nameOf(id));
  // Small things that later parts of several widgets need: a request for all of them instead of one for each.
  const elsewhere = new Set(loaded.filter((id) => !apart.includes(id)).flatMap((id) => [...reach(id)]));
  for (const id of apart) for (const needed of reach(id)) if (!names.has(needed) && elsewhere.has(needed)) names.set(needed, 'small');
  return names;
}

function closure(start: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

function nameOf(module: string): string {
  return module.replace(/^.*[\\/]/, '').replace(/\.ts$/, '');
}
