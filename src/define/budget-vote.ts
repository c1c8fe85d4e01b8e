import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioBudgetVote } from '../widgets/budget-vote/budget-vote.ts';

if (customElements.get('aukio-budget-vote')) warnIfOther('aukio-budget-vote', AukioBudgetVote);
else if (probe()) customElements.define('aukio-budget-vote', AukioBudgetVote);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-budget-vote': AukioBudgetVote;
  }
}
