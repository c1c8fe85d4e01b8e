import assert from 'node:assert/strict';
import type { Browser, BrowserContext, ElementHandle, Page as Tab } from 'puppeteer-core';

/** How long she waits for anything, in milliseconds: a machine that is busy with other tests shows nothing wrong by being slow. */
const PATIENCE = 120_000;

interface Watched {
  readonly violations: string[];
  /** What a press has reached, with all around it. */
  readonly pressed: WeakSet<EventTarget>;
}

type WatchedDocument = Document & { watched: Watched };

/** Somebody at a device: what she does and sees in one tab of it. */
export class Resident {
  private constructor(readonly tab: Tab, private readonly widget: string) {}

  /**
   * @param device a browser, or a part of one that shares nothing with the others
   * @param widget the tag of what she uses there
   */
  static async at(device: Browser | BrowserContext, address: string, widget = 'aukio-feedback-form'): Promise<Resident> {
    const tab = await device.newPage();
    tab.setDefaultTimeout(PATIENCE);
    // Where the page would ask before it is left, nobody holds her back.
    tab.on('dialog', (dialog) => void dialog.accept());
    await tab.evaluateOnNewDocument(watch);
    const resident = new Resident(tab, widget);
    await resident.goTo(address);
    return resident;
  }

  async goTo(address: string): Promise<void> {
    await this.tab.goto(address, { waitUntil: 'load' });
  }

  /** The form stands, with all that follows the first letter. */
  async findsForm(): Promise<void> {
    await this.tab.waitForFunction(() => {
      const button = document.querySelector('aukio-feedback-form')?.shadowRoot?.querySelector<HTMLButtonElement>('#photos');
      return button && !button.disabled;
    });
  }

  async writes(field: string, text: string): Promise<void> {
    await this.#clicks((widget, wanted) => document.querySelector(widget)?.shadowRoot?.getElementById(wanted), field);
    await this.tab.keyboard.type(text);
    assert.ok((await this.reads(field)).includes(text), `“${text}” is not what stands in ${field}`);
  }

  /** What stands in a field. */
  async reads(field: string): Promise<string> {
    return this.tab.evaluate((widget, wanted) => (document.querySelector(widget)!.shadowRoot!.getElementById(wanted) as HTMLInputElement).value, this.widget, field);
  }

  /** @param times at once: 2 is a double click */
  async presses(words: string, times = 1): Promise<void> {
    await this.#clicks(
      (widget, wanted) => [...(document.querySelector(widget)?.shadowRoot?.querySelectorAll<HTMLElement>('button, label') ?? [])].find((one) => one.checkVisibility() && one.textContent.trim() === wanted),
      words,
      times,
    );
  }

  /** Sends what waits now, unless it has left by itself before she could: what waits is tried again every few seconds. */
  async triesNow(): Promise<void> {
    await this.tab.waitForFunction((widget) => {
      const root = document.querySelector(widget)?.shadowRoot;
      const button = [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === 'Yritä lähettää nyt');
      button?.click();
      return button !== undefined || root?.querySelector<HTMLElement>('.base')?.innerText.includes('Palautteesi on vastaanotettu');
    }, {}, this.widget);
  }

  async choosesFile(path: string): Promise<void> {
    const input = await this.#find((widget) => document.querySelector(widget)?.shadowRoot?.querySelector('input[type="file"]'), '');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  }

  async sends(message: string): Promise<void> {
    await this.findsForm();
    await this.writes('message', message);
    await this.presses('Lähetä palaute');
  }

  /** Waits until she sees these words somewhere in the widget. */
  async sees(words: string): Promise<void> {
    try {
      await this.tab.waitForFunction((widget, wanted) => (document.querySelector(widget)?.shadowRoot?.querySelector<HTMLElement>('.base')?.innerText ?? '').includes(wanted), {}, this.widget, words);
    } catch (cause) {
      throw new Error(`She does not see “${words}”, but: ${await this.page()}`, { cause });
    }
  }

  /** All that she sees in the widget. */
  async page(): Promise<string> {
    return this.tab.evaluate((widget) => document.querySelector(widget)?.shadowRoot?.querySelector<HTMLElement>('.base')?.innerText ?? '', this.widget);
  }

  /** What stands beside a label of a receipt or of a state. */
  async told(label: string): Promise<string> {
    const found = await this.tab.evaluate(
      (widget, wanted) => [...document.querySelector(widget)!.shadowRoot!.querySelectorAll('dt')].find((one) => one.textContent === wanted)?.nextElementSibling?.textContent,
      this.widget,
      label,
    );
    assert.ok(found, label);
    return found;
  }

  /** What the page's origin keeps on the device: names of everything. */
  async kept(): Promise<string[]> {
    return this.tab.evaluate(async () => [
      ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name ?? ''), ...(await caches.keys()), document.cookie,
    ].filter(Boolean));
  }

  /** What the page's content security policy has forbidden since it was opened. */
  async violations(): Promise<readonly string[]> {
    return this.tab.evaluate(() => (document as WatchedDocument).watched.violations);
  }

  /** Leaves, as by closing the tab. Nothing on the way has broken the site's policy. */
  async leaves(): Promise<void> {
    assert.deepEqual(await this.violations(), []);
    await this.tab.close();
  }

  async #clicks(find: (widget: string, wanted: string) => Element | null | undefined, wanted: string, count = 1): Promise<void> {
    for (const since = performance.now(); ; ) {
      const found = await this.#find(find, wanted);
      try {
        // She scrolls until nothing that stays in view, such as the bar of a ballot, lies over it.
        await found.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await found.click({ count });
      } catch (error) {
        // What she was about to press has moved out of her sight, or made room for another of the same words: nothing was pressed.
        if (!(error instanceof Error && /detached|not clickable/.test(error.message)) || performance.now() - since > PATIENCE) throw error;
        continue;
      }
      // Where the page moved under her finger, she sees that nothing has happened and presses again.
      if (await found.evaluate((one) => (document as WatchedDocument).watched.pressed.has(one)).catch(() => true)) return;
    }
  }

  async #find(find: (widget: string, wanted: string) => Element | null | undefined, wanted: string): Promise<ElementHandle> {
    const handle = await this.tab.waitForFunction(find, {}, this.widget, wanted);
    return handle.asElement() as ElementHandle;
  }
}

/** Runs in the page before anything of its own. */
function watch(): void {
  const violations: string[] = [];
  const pressed = new WeakSet<EventTarget>();
  addEventListener('click', (event) => event.composedPath().forEach((one) => pressed.add(one)), { capture: true });
  addEventListener('securitypolicyviolation', (event) => violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  Object.defineProperty(document, 'watched', { value: { violations, pressed } satisfies Watched });
}
