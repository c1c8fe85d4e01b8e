/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {readonly string[]} failures what failed and why, each
 */

/** How the line of a failure begins: among thousands of lines it is found by this. */
export const FAILED = '✗ ';
/** How many characters of a failure are shown in the end. */
const LINE = 1_000;

/** Adds up tests and failed checks, and says so in the last line. */
export class Tally {
  #passed = 0;
  /** @type {string[]} */
  #failures = [];

  /**
   * Runs a check under a heading. Only its failure counts, since it is no test.
   * @param {string} title
   * @param {() => Promise<number>} work returns an exit code
   */
  async check(title, work) {
    heading(title);
    const failed = (await work()) !== 0;
    if (failed) this.#failures.push(title);
    console.log(failed ? `${FAILED}${title}` : `✓ ${title}`);
  }

  /**
   * Runs tests under a heading.
   * @param {string} title
   * @param {() => Promise<Count>} work
   */
  async tests(title, work) {
    heading(title);
    const { passed, failures } = await work();
    this.#passed += passed;
    this.#failures.push(...failures.map((failure) => `${title}: ${failure}`));
    console.log(`${title}: ${passed} passed, ${failures.length} failed`);
  }

  /** Prints what failed, a line each, and the sum as the last line; sets the exit code. */
  end() {
    if (this.#failures.length > 0) process.exitCode = 1;
    for (const failure of this.#failures) console.log(`${FAILED}${failure.replaceAll(/\s+/g, ' ').slice(0, LINE)}`);
    console.log(`\n${this.#passed} passed, ${this.#failures.length} failed`);
  }
}

/** @param {string} title */
function heading(title) {
  console.log(`\n== ${title} ==`);
}
