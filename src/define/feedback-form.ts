import { probe } from '../core/probe.ts';
import { warnIfOther } from '../core/registered.ts';
import { AukioFeedbackForm } from '../widgets/feedback-form/feedback-form.ts';

if (customElements.get('aukio-feedback-form')) warnIfOther('aukio-feedback-form', AukioFeedbackForm);
else if (probe()) customElements.define('aukio-feedback-form', AukioFeedbackForm);

declare global {
  interface HTMLElementTagNameMap {
    'aukio-feedback-form': AukioFeedbackForm;
  }
}
