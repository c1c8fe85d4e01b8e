import { AukioBuilder } from './builder.ts';

/** Registers the builder, once. A call and no side effect of an import: the package says that it has none here. */
export function defineBuilder(): void {
  if (!customElements.get('aukio-builder')) customElements.define('aukio-builder', AukioBuilder);
}

declare global {
  interface HTMLElementTagNameMap {
    'aukio-builder': AukioBuilder;
  }
}
