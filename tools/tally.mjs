/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/** Adds up tests and failed checks, and says so in the last line. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /**
   * Runs a check under a heading. Only its failure counts, since it is no test.
   * @param {string} title
   * @param {() => Promise<number>} work returns an exit code
   */
  async check(title, work) {
    heading(title);
    const failed = (await work()) !== 0;
    if (failed) this.#failed += 1;
    console.log(failed ? `✗ ${title}` : `✓ ${title}`);
  }

  /**
   * Runs tests under a heading.
   * @param {string} title
   * @param {() => Promise<Count>} work
   */
  async tests(title, work) {
    heading(title);
    const { passed, failed } = await work();
    this.#passed += passed;
    this.#failed += failed;
    console.log(`${title}: ${passed} passed, ${failed} failed`);
  }

  /** Prints the sum as the last line and sets the exit code. */
  end() {
    if (this.#failed > 0) process.exitCode = 1;
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
  }
}

/** @param {string} title */
function heading(title) {
  console.log(`\n== ${title} ==`);
}
