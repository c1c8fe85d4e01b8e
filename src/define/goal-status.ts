import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioGoalStatus } from '../widgets/goal-status/goal-status.ts';

if (customElements.get('aukio-goal-status')) warnIfOther('aukio-goal-status', AukioGoalStatus);
else if (probe()) customElements.define('aukio-goal-status', AukioGoalStatus);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-goal-status': AukioGoalStatus;
  }
}
