import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

/** What is said of a field, whatever kind of control it has. Each control gets `name` as its id, so it is unique in its root. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** The language of `label` where it is another than the page's. */
  readonly lang?: string | undefined;
  readonly hint?: string | undefined;
  /** What is wrong with what was entered; nothing until the form was sent. */
  readonly error?: string | undefined;
  /** The words for a field that may stay empty, such as “(optional)”. A field without them has to be filled in: there are no asterisks. */
  readonly optional?: string | undefined;
}

/** A control that is typed into. */
export interface TextControl {
  readonly value: string;
  readonly type: (value: string) => void;
  /** What it takes; `text` without it. */
  readonly kind?: 'text' | 'email' | 'tel' | 'datetime-local';
  /** A token of the HTML standard, so that browsers fill in what the person has told them already; `off` without it. */
  readonly autocomplete?: AutoFill;
  readonly inputmode?: 'decimal';
  /** Rows of a field of several lines. */
  readonly rows?: number;
  /** More that describes it: the id of an element beside it. */
  readonly describedBy?: string | undefined;
}

/** One of the things to choose from. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly hint?: string | undefined;
}

export interface OptionGroup {
  /** Nothing for options that belong to no group. */
  readonly text?: string | undefined;
  readonly options: readonly Option[];
}

/** A line, or several of them, of text. Nothing is cut while it is pasted: what is too long is said instead. */
export function renderText(field: Field, control: TextControl): TemplateResult {
  const { value, type, kind = 'text', autocomplete = 'off', inputmode, rows, describedBy } = control;
  const input = ({ target }: Event) => type((target as HTMLInputElement | HTMLTextAreaElement).value);
  const described = describedByOf(field, describedBy);
  return html`<div class="field ${field.error ? 'wrong' : ''}" part="field">
    ${renderLabel(field)}
    ${rows
      ? html`<textarea id=${field.name} rows=${rows} autocomplete=${autocomplete} aria-required=${required(field)} aria-invalid=${invalid(field)} aria-describedby=${described} .value=${live(value)} @input=${input}></textarea>`
      : html`<input id=${field.name} type=${kind} autocomplete=${autocomplete} inputmode=${ifDefined(inputmode)} aria-required=${required(field)} aria-invalid=${invalid(field)} aria-describedby=${described} .value=${live(value)} @input=${input} />`}
  </div>`;
}

/** One of many, in a list that opens. @param none the words for nothing chosen */
export function renderSelect(field: Field, control: { readonly groups: readonly OptionGroup[]; readonly value: string; readonly choose: (value: string) => void; readonly none: string }): TemplateResult {
  const { groups, value, choose, none } = control;
  const option = (one: Option): TemplateResult => html`<option value=${one.value} lang=${ifDefined(one.lang)} .selected=${live(one.value === value)}>${one.text}</option>`;
  return html`<div class="field ${field.error ? 'wrong' : ''}" part="field">
    ${renderLabel(field)}
    <select id=${field.name} autocomplete="off" aria-required=${required(field)} aria-invalid=${invalid(field)} aria-describedby=${describedByOf(field)} @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
      <option value="" .selected=${live(value === '')}>${none}</option>
      ${groups.map(({ text, options }) => (text === undefined ? options.map(option) : html`<optgroup label=${text}>${options.map(option)}</optgroup>`))}
    </select>
  </div>`;
}

/**
 * One or several of a few, all in view. The first of them has the field's name as its id, so that an error leads to it.
 * @param control `several`: any number may be chosen
 */
export function renderChoices(field: Field, control: { readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly choose: (chosen: readonly string[]) => void; readonly several?: boolean }): TemplateResult {
  const { options, chosen, choose, several = false } = control;
  const change = (value: string) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    choose(several ? options.map((one) => one.value).filter((one) => (one === value ? checked : chosen.includes(one))) : [value]);
  };
  return html`<fieldset class="field ${field.error ? 'wrong' : ''}" part="field" role=${several ? 'group' : 'radiogroup'} aria-required=${several ? nothing : required(field)} aria-invalid=${several ? nothing : invalid(field)} aria-describedby=${describedByOf(field)}>
    <legend><span lang=${ifDefined(field.lang)}>${field.label}</span>${renderOptional(field)}</legend>
    ${renderAside(field)}
    ${options.map((option, index) => {
      const id = index === 0 ? field.name : `${field.name}.${option.value}`;
      return renderChoice(option, { id, name: several ? undefined : field.name, checked: chosen.includes(option.value), change: change(option.value) });
    })}
  </fieldset>`;
}

/** A yes or no of its own. */
export function renderCheckbox(option: Option, control: { readonly checked: boolean; readonly check: (checked: boolean) => void }): TemplateResult {
  return renderChoice(option, { id: option.value, name: undefined, checked: control.checked, change: ({ target }) => control.check((target as HTMLInputElement).checked) });
}

function renderChoice({ value, text, lang, hint }: Option, { id, name, checked, change }: { readonly id: string; readonly name: string | undefined; readonly checked: boolean; readonly change: (event: Event) => void }): TemplateResult {
  return html`<div class="choice" part="choice">
    <input id=${id} type=${name === undefined ? 'checkbox' : 'radio'} name=${ifDefined(name)} value=${value} autocomplete="off" aria-describedby=${hint ? `${id}-hint` : nothing} .checked=${live(checked)} @change=${change} />
    <label for=${id} lang=${ifDefined(lang)}>${text}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** What has to be mended, in the order of the form; each leads to its field. It takes the focus when it comes: see `focusSummary`. */
export function renderSummary(title: string, faults: readonly { readonly name: string; readonly text: string }[], go: (name: string) => void): TemplateResult {
  return html`<div class="message error summary" part="summary" role="group" aria-labelledby="summary-title" tabindex="-1">
    <p id="summary-title"><strong>${title}</strong></p>
    <ul role="list">
      ${faults.map(({ name, text }) => html`<li><a href="#${name}" @click=${leadTo(name, go)}>${text}</a></li>`)}
    </ul>
  </div>`;
}

/** Brings what has to be mended into view. */
export function focusSummary(root: ParentNode): void {
  root.querySelector<HTMLElement>('.summary')?.focus();
}

/** A fragment of the page's address does not reach into a shadow root, and the journey there must not change the address. */
function leadTo(name: string, go: (name: string) => void): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    go(name);
  };
}

function renderLabel(field: Field): TemplateResult {
  return html`<label for=${field.name}><span lang=${ifDefined(field.lang)}>${field.label}</span>${renderOptional(field)}</label>${renderAside(field)}`;
}

function renderOptional({ optional }: Field): unknown {
  return optional ? html` <span class="optional">${optional}</span>` : nothing;
}

function renderAside({ name, hint, error }: Field): unknown {
  return [
    hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing,
    error ? html`<p class="fault" part="fault" id="${name}-fault">${error}</p>` : nothing,
  ];
}

function describedByOf({ name, hint, error }: Field, more?: string): string | typeof nothing {
  return [hint && `${name}-hint`, error && `${name}-fault`, more].filter(Boolean).join(' ') || nothing;
}

function required({ optional }: Field): 'true' | typeof nothing {
  return optional ? nothing : 'true';
}

function invalid({ error }: Field): 'true' | typeof nothing {
  return error ? 'true' : nothing;
}
