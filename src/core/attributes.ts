import type { ComplexAttributeConverter } from 'lit';

/** Boolean attributes are false by default; `="false"`, which editors write, means what it says. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

/** A number, or undefined for anything else. */
export const number: ComplexAttributeConverter<number | undefined> = {
  fromAttribute: (value) => (value === null || value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value)),
};
