import { fixture } from '@open-wc/testing';
import { openOutbox } from '../../src/core/outbox/outbox.ts';
import '../../src/define/feedback-form.ts';
import type { Feedback } from '../../src/model/feedback.ts';
import type { DataSource, Receipt, SubmitOptions } from '../../src/sources/source.ts';
import { SourceError } from '../../src/sources/errors.ts';
import type { AukioFeedbackForm } from '../../src/widgets/feedback-form/feedback-form.ts';
import { until } from '../until.ts';

export { until };

const few: unknown = await (await fetch('/fixtures/feedback/few-services.json')).json();

export const RECEIPT: Receipt = { id: 'P-2026-00123', code: '7K3M-9QRT-V2XW-4HJA', receivedAt: '2026-08-24T11:20:00Z', dueOn: '2026-08-31' };
export const ONE_TOPIC = { services: [{ code: 'other', name: 'Muu asia', questions: [] }] };

/** A city that notes what it gets. @param answer what it says to each feedback */
export class City implements DataSource {
  readonly sent: Feedback[] = [];
  readonly options: SubmitOptions[] = [];
  readonly asked: { readonly resource: string; readonly query: unknown; readonly confidential: boolean }[] = [];

  constructor(
    private readonly services: unknown = few,
    public answer: (feedback: Feedback, options: SubmitOptions) => Receipt | Promise<Receipt> = () => RECEIPT,
    private readonly status: (code: string) => unknown = () => undefined,
  ) {}

  read: DataSource['read'] = async (resource, query, { confidential = false }) => {
    this.asked.push({ resource, query, confidential });
    if (resource === 'feedback-services') return Promise.resolve(this.services);
    const found = resource === 'feedback/status' ? this.status((query as { code: string }).code) : undefined;
    if (found === undefined) throw new SourceError('not-found');
    return found;
  };

  submit: NonNullable<DataSource['submit']> = async (_kind, body, options) => {
    this.sent.push(body as Feedback);
    this.options.push(options);
    return this.answer(body as Feedback, options);
  };
}

/** A form on a page, ready for a person. @param attributes as a page writes them */
export async function formOf(city: DataSource, attributes = '', { lang = 'fi', inside = '' } = {}): Promise<AukioFeedbackForm> {
  const home = await fixture<HTMLElement>(`<div lang="${lang}"><aukio-feedback-form debug="false" privacy-href="/tietosuoja/" ${attributes}>${inside}</aukio-feedback-form></div>`);
  const form = home.querySelector('aukio-feedback-form')!;
  form.source = city;
  await until(() => form.matches(':state(ready)') && (form.standsAlone ? find(form, '#code') !== null : form.sending !== undefined), 'the form and what follows it');
  await form.updateComplete;
  return form;
}

function find(form: AukioFeedbackForm, selector: string): Element | null {
  return form.renderRoot.querySelector(selector);
}

/** A control by its id, which names its field. */
export function control<E extends HTMLElement = HTMLInputElement>(form: AukioFeedbackForm, name: string): E {
  const found = (form.renderRoot as ShadowRoot).getElementById(name);
  if (!found) throw new Error(`no field ${name}`);
  return found as E;
}

/** Types into a field as a person does. */
export async function write(form: AukioFeedbackForm, name: string, text: string): Promise<void> {
  const field = control(form, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await form.updateComplete;
}

/** Chooses by the words beside a radio button or a box. */
export async function choose(form: AukioFeedbackForm, words: string): Promise<void> {
  const label = [...form.renderRoot.querySelectorAll('label')].find((one) => one.textContent.trim() === words);
  if (!label) throw new Error(`nothing to choose says ${words}`);
  label.click();
  await form.updateComplete;
}

/** Presses a button by its words. */
export async function press(form: AukioFeedbackForm, words: string): Promise<void> {
  const button = [...form.renderRoot.querySelectorAll('button')].find((one) => one.checkVisibility() && one.textContent.trim() === words);
  if (!button) throw new Error(`no button says ${words}`);
  button.click();
  await form.updateComplete;
}

/** Fills in what a form of the few topics needs. */
export async function fillIn(form: AukioFeedbackForm, message = 'Satamakadulla on kuoppa.'): Promise<void> {
  await choose(form, 'Muu asia');
  await write(form, 'message', message);
}

/** The texts of what a resident sees of these elements. */
export function seen(form: AukioFeedbackForm, selector: string): string[] {
  return [...form.renderRoot.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
}

/** What has the focus inside the form. */
export function focused(form: AukioFeedbackForm): Element | null {
  return form.shadowRoot!.activeElement;
}

/** Waits for the heading of what the resident sees instead of the form. */
export async function stage(form: AukioFeedbackForm, heading: string): Promise<void> {
  await until(() => seen(form, '.stage-heading')[0] === heading, heading);
  await form.updateComplete;
}

/** Nothing of one test stays on the device for the next. */
export async function forget(): Promise<void> {
  localStorage.clear();
  const outbox = openOutbox();
  for (const { key } of await outbox.letters()) await outbox.discard(key);
}
