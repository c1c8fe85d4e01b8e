import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** A story's args: attributes as a page writes them. A flag is true, what is undefined or empty is not written. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes a story's args on an element, under the names that a page would use. */
export const attributes = directive(
  class extends Directive {
    #written: readonly string[] = [];

    override update({ element }: ElementPart, [args]: [Attributes]): typeof noChange {
      for (const name of this.#written) if (!isWritten(args[name])) element.removeAttribute(name);
      this.#written = Object.keys(args).filter((name) => isWritten(args[name]));
      for (const name of this.#written) {
        const value = args[name] === true ? '' : String(args[name]);
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
      return noChange;
    }

    render(_args: Attributes): typeof noChange {
      return noChange;
    }
  },
);

function isWritten(value: Attributes[string]): boolean {
  return value !== undefined && value !== false && value !== '';
}
