import type { ComplexAttributeConverter } from 'lit';

/** An attribute in either spelling; `data-<name>` wins, since the plain one is what filters damage. */
export function attributeOf(element: Element, name: string): string | null {
  return element.getAttribute(`data-${name}`) ?? element.getAttribute(name);
}

/** Boolean attributes are false by default; `="false"`, which editors write, means what it says. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

/** A number, or undefined for anything else. */
export const number: ComplexAttributeConverter<number | undefined> = {
  fromAttribute: (value) => (value === null || value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value)),
};
