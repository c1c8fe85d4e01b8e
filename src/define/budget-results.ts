import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioBudgetResults } from '../widgets/budget-results/budget-results.ts';

if (customElements.get('aukio-budget-results')) warnIfOther('aukio-budget-results', AukioBudgetResults);
else if (probe()) customElements.define('aukio-budget-results', AukioBudgetResults);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-budget-results': AukioBudgetResults;
  }
}
