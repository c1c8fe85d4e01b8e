import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS } from '../tools/launch.mjs';

/** Counts tests as they pass or fail, and prints each. */
export class Tests {
  count = { passed: 0, failures: /** @type {string[]} */ ([]) };

  /** @param {string} [part] runs only the tests whose title has this in it */
  constructor(part = '') {
    this.part = part;
  }

  /**
   * @param {string} title
   * @param {() => void | Promise<void>} body
   */
  async test(title, body) {
    if (!title.includes(this.part)) return;
    try {
      await body();
      this.count.passed += 1;
      console.log(`✓ ${title}`);
    } catch (error) {
      this.count.failures.push(`${title}: ${error instanceof Error ? error.stack : error}`);
      console.log(`✗ ${title}\n${error instanceof Error ? error.stack : error}`);
    }
  }
}

/**
 * A Chromium that asks no host of its own accord.
 * @param {string} executablePath
 */
export function startChromium(executablePath) {
  return launch({ executablePath, args: CHROMIUM_ARGUMENTS });
}

/** What the widgets of a page show; to be run in the page. */
export function textOfWidgets() {
  const widgets = [...document.querySelectorAll('aukio-goal-status,aukio-channel-directory')];
  return widgets.flatMap((widget) => [...(widget.shadowRoot?.children ?? [])].map((child) => (child instanceof HTMLElement ? child.innerText : ''))).join('\n');
}
