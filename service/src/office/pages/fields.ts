import { html } from 'hono/html';
import type { FieldFault, Html } from './page.ts';

export interface Field {
  /** Its name in the form, and its id. */
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly faults?: readonly FieldFault[];
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function textField({ type = 'text', numeric = false, ...field }: Field & { readonly type?: 'text' | 'password' | 'search'; readonly numeric?: boolean }): Html {
  const { name, value = '' } = field;
  return wrapped(field, (about) => html`<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="off" autocapitalize="none" spellcheck="false"${numeric ? html` inputmode="numeric"` : ''}${about}>`);
}

export function textArea({ rows = 6, ...field }: Field & { readonly rows?: number }): Html {
  const { name, value = '' } = field;
  // The first line break after the tag is not part of the text.
  return wrapped(field, (about) => html`<textarea id="${name}" name="${name}" rows="${rows}"${about}>
${value}</textarea>`);
}

export function select({ options, ...field }: Field & { readonly options: readonly Option[] }): Html {
  const { name, value = '' } = field;
  return wrapped(field, (about) => html`<select id="${name}" name="${name}"${about}>${options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : ''}>${option.label}</option>`)}</select>`);
}

/** The id of the first option is the group's name: there the summary of errors leads. */
export function radios({ options, ...field }: Field & { readonly options: readonly Option[] }): Html {
  const { name, label, value } = field;
  const fault = faultOf(field);
  return html`<fieldset class="field${fault ? ' wrong' : ''}"${fault ? html` aria-describedby="${name}-error"` : ''}>
<legend>${label}</legend>
${faultText(field)}
${options.map((option, index) => html`<div class="choice"><input type="radio" id="${name}${index || ''}" name="${name}" value="${option.value}"${option.value === value ? html` checked` : ''}><label for="${name}${index || ''}">${option.label}</label></div>`)}
</fieldset>`;
}

export function checkbox({ name, label, ...field }: Field): Html {
  const fault = faultOf({ name, label, ...field });
  return html`<div class="field${fault ? ' wrong' : ''}">
${faultText({ name, label, ...field })}
<div class="choice"><input type="checkbox" id="${name}" name="${name}" value="1"${fault ? html` aria-invalid="true" aria-describedby="${name}-error"` : ''}><label for="${name}">${label}</label></div>
</div>`;
}

function wrapped(field: Field, control: (about: Html | '') => Html): Html {
  const { name, label, hint } = field;
  const fault = faultOf(field);
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(' ');
  const about = described ? html` aria-describedby="${described}"${fault ? html` aria-invalid="true"` : ''}` : '';
  return html`<div class="field${fault ? ' wrong' : ''}">
<label for="${name}">${label}</label>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
${faultText(field)}
${control(about)}
</div>`;
}

function faultText(field: Field): Html | '' {
  const fault = faultOf(field);
  return fault ? html`<p class="fault" id="${field.name}-error">${fault.text}</p>` : '';
}

function faultOf({ name, faults = [] }: Field): FieldFault | undefined {
  return faults.find(({ field }) => field === name);
}
