import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioSource } from '../widgets/source/source.ts';

if (customElements.get('aukio-source')) warnIfOther('aukio-source', AukioSource);
else if (probe()) customElements.define('aukio-source', AukioSource);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-source': AukioSource;
  }
}
