import type { City } from './city.ts';

type OutboxModule = typeof import('../../src/core/outbox/outbox.ts');

/** Another tab of the same site, with an outbox of its own. */
export interface Tab {
  readonly window: Window & typeof globalThis;
  readonly outbox: InstanceType<OutboxModule['Outbox']>;
  /** The page is gone in an instant, as when a browser crashes. */
  crash(): void;
}

const tabs = new Set<Tab>();

/** Another page of the site. @param prepare what is different in it, before anything of the library is loaded */
export async function openPage(city: City, prepare: (window: Window & typeof globalThis) => void = () => {}): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  const url = URL.createObjectURL(new Blob(['<!doctype html><title>Merilehto</title>'], { type: 'text/html' }));
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.src = url;
    document.body.append(frame);
  });
  URL.revokeObjectURL(url);
  const window = frame.contentWindow as Window & typeof globalThis;
  window.fetch = city.fetch;
  prepare(window);
  return frame;
}

/** A module of the library, as a page has it for itself. */
export function loadIn<Module>(frame: HTMLIFrameElement, path: string): Promise<Module> {
  return new Promise((resolve) => {
    const window = frame.contentWindow as Window & typeof globalThis & { loaded?: (module: Module) => void };
    window.loaded = resolve;
    const script = window.document.createElement('script');
    script.type = 'module';
    script.textContent = `window.loaded(await import('${new URL(`../../src/${path}`, import.meta.url).href}'))`;
    window.document.head.append(script);
  });
}

export async function openTab(city: City, prepare?: (window: Window & typeof globalThis) => void): Promise<Tab> {
  const frame = await openPage(city, prepare);
  const window = frame.contentWindow as Window & typeof globalThis;
  const module = await loadIn<OutboxModule>(frame, 'core/outbox/outbox.ts');
  const tab: Tab = {
    window,
    outbox: module.openOutbox(),
    crash() {
      frame.remove();
      tabs.delete(tab);
    },
  };
  tabs.add(tab);
  return tab;
}

/** No tab is open, and nothing is on the device. */
export async function startAfresh(): Promise<void> {
  for (const tab of tabs) tab.crash();
  localStorage.clear();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('aukio-outbox');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

/** What lies on the device: the letters, and how many files. */
export async function onDevice(): Promise<{ letters: { state: string; versions: unknown[] }[]; files: number }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('aukio-outbox', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
    request.onupgradeneeded = () => request.transaction?.abort();
  });
  try {
    const transaction = database.transaction(['letters', 'files']);
    const letters = transaction.objectStore('letters').getAll();
    const files = transaction.objectStore('files').count();
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    return { letters: letters.result as { state: string; versions: unknown[] }[], files: files.result };
  } finally {
    database.close();
  }
}
