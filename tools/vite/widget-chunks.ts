import type { Rolldown } from 'vite';

interface Module {
  readonly id: string;
  readonly importedIds: readonly string[];
  readonly dynamicImporters: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

/** What the first paint needs of one language: what is said to residents, and the words that reports are read by. */
const WORDS = /[\\/]src[\\/](?:i18n|model[\\/]synonyms)[\\/]([a-z]{2,3})\.ts$/;

/**
 * How the embed build is cut: one chunk for what widgets share, one for each widget with all that it needs at once,
 * one for the words of each language. The loader asks for the three together, and what a widget loads later stays apart.
 *
 * Left to itself, the bundler makes a chunk of its own for every module that a widget uses at once and one of its
 * later parts uses again: a request more before the first paint.
 * @param entry the loader's module
 * @param shared the module from which all that every widget needs is reached
 */
export function widgetChunks(entry: string, shared: string): Rolldown.CodeSplittingGroup {
  let names: ReadonlyMap<string, string> | undefined;
  return {
    debugName: 'widgets',
    name(id, chunking) {
      names ??= assign(entry, shared, (module) => chunking.getModuleInfo(module) ?? undefined);
      return names.get(id) ?? WORDS.exec(id)?.[1] ?? null;
    },
  };
}

function assign(entry: string, shared: string, info: (id: string) => Module | undefined): Map<string, string> {
  const reach = (id: string): Set<string> => closure([id], (module) => info(module)?.importedIds ?? []);
  const everything = closure([entry], (id) => [...(info(id)?.importedIds ?? []), ...(info(id)?.dynamicallyImportedIds ?? [])]);
  const loaded = [...everything].filter((id) => (info(id)?.dynamicImporters.length ?? 0) > 0);
  const widgets = loaded.filter((id) => /[\\/]define[\\/][^\\/]+$/.test(id));

  const core = reach(shared);
  const [first, ...others] = widgets.map(reach);
  for (const id of first ?? []) if (others.every((other) => other.has(id))) core.add(id);

  const names = new Map([...core].map((id) => [id, 'core']));
  for (const widget of widgets) {
    const own = reach(widget);
    for (const id of core) own.delete(id);
    // What something else than this widget can load must not bring the widget along.
    const elsewhere = loaded.filter((id) => id !== widget && !(info(id)?.dynamicImporters ?? []).every((importer) => own.has(importer)));
    const taken = new Set(elsewhere.flatMap((id) => [...reach(id)]));
    for (const id of own) if (!taken.has(id)) names.set(id, nameOf(widget));
  }
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
