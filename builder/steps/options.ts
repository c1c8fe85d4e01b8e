import { html, nothing, type TemplateResult } from 'lit';
import type { AukioBuilder } from '../builder.ts';
import { optionsOf, type Option } from '../options.ts';
import type { BuilderKey } from '../words/languages.ts';
import { choiceField, flagField, step, textField } from './parts.ts';

/** What most editors set; the rest opens below it. */
const FIRST = new Set(['heading', 'heading-level', 'period', 'body', 'as-of', 'endpoint', 'privacy-href', 'ballot', 'results-src', 'results-href', 'help']);
/** To the manifest a day is a text. */
const DATES = new Set(['as-of']);
const LANGUAGES = [['fi', 'suomi'], ['sv', 'svenska'], ['en', 'English']] as const;

/** The language of the content, and the attributes of the manifest. */
export function renderOptions(builder: AukioBuilder): TemplateResult {
  const options = optionsOf(builder.widget);
  const rest = options.filter(({ name }) => !FIRST.has(name));
  return step('options', builder.word('step-options'), html`
    ${choiceField('language', builder.word('content-language'), builder.contentLang, LANGUAGES, (lang) => builder.setContentLang(lang), builder.word('content-language-hint'))}
    ${options.filter(({ name }) => FIRST.has(name)).map((option) => renderOption(builder, option))}
    ${rest.length ? html`<details><summary>${builder.word('more-options')}</summary>${rest.map((option) => renderOption(builder, option))}</details>` : nothing}
  `);
}

function renderOption(builder: AukioBuilder, { name, kind, values, description }: Option): TemplateResult {
  const id = `option-${name}`;
  const value = builder.chosen.get(name);
  // An attribute that is newer than these words goes by its own.
  const label = builder.word(id as BuilderKey) || name;
  const hint = builder.wordFor(`hint-${name}`) || (builder.uiLanguage === 'en' && kind !== 'flag' ? description.split('\n')[0]! : '');
  if (kind === 'flag') return flagField(id, label, value !== undefined, (checked) => builder.setOption(name, checked ? '' : undefined));
  const set = (text: string) => builder.setOption(name, text.trim() || undefined);
  if (name === 'heading-level') return choiceField(id, label, value ?? '', [['', builder.word('default')], ...['2', '3', '4', '5', '6'].map((level) => [level, builder.word('level', { level })] as const)], set, hint);
  if (kind === 'choice') return choiceField(id, label, value ?? '', [['', builder.word(`default-${name}` as BuilderKey) || builder.word('default')], ...values.map((option) => [option, builder.word(`value-${option}` as BuilderKey) || option] as const)], set, hint);
  return textField(id, label, value ?? '', set, { hint, type: DATES.has(name) ? 'date' : kind === 'number' ? 'number' : 'text' });
}
