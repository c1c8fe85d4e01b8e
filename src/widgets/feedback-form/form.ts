import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderCheckbox, renderChoices, renderSelect, renderText, type Field, type OptionGroup } from '../../core/fields.ts';
import { ANSWER_WAYS, MESSAGE_MAX, PHOTOS_MAX, type AnswerWay, type FeedbackService, type Question } from '../../model/feedback.ts';
import { wordingOf, type Text } from '../../model/text.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** Topics of which so many are seen at once; more of them are in a list that opens. */
const IN_VIEW = 7;

/** The form as it stands. @param unready Send was pressed, and what it takes could not be loaded */
export function renderForm(host: AukioFeedbackForm, unready: boolean): TemplateResult {
  const { sending } = host;
  const subject = host.subject.now;
  const { say } = host.speaker;
  return html`${sending?.renderAbove() ?? nothing} ${renderNotFor(host)}
    ${unready ? html`<div class="message error unready" part="error" tabindex="-1"><p>${say('not-ready')}</p></div>` : nothing}
    <form part="form" novalidate autocomplete="on" @submit=${host.submit}>
      ${subject
        ? html`<p class="about" id="about" part="about" tabindex="-1">${say('about')} <strong>${subject.title}</strong> <button type="button" class="quiet" @click=${() => host.subject.drop()}>${say('about-remove')}</button></p>`
        : nothing}
      ${renderTopic(host)} ${host.service?.questions.map((question) => renderQuestion(host, question))} ${renderMessage(host)}
      ${host.hidePlace ? nothing : renderPlace(host)} ${host.hidePhotos ? nothing : renderPhotos(host)} ${renderContact(host)}
      ${host.askPublish
        ? renderCheckbox({ value: 'may-publish', text: say('may-publish'), hint: say('may-publish-hint') }, { checked: host.entries.mayPublish, check: (mayPublish) => host.change('may-publish', { mayPublish }) })
        : nothing}
      <div class="trap" aria-hidden="true">
        <label for="subject-line">–</label>
        <input id="subject-line" name="subject-line" type="text" tabindex="-1" autocomplete="off" .value=${host.entries.trap} @input=${({ target }: Event) => host.change('trap', { trap: (target as HTMLInputElement).value })} />
      </div>
      <p class="actions"><button class="primary" part="button">${say(host.review ? 'continue' : 'send')}</button></p>
    </form>
    <p class="no-print">
      ${host.statusHref ? host.renderLink(host.statusHref, say('status-open')) : html`<button type="button" class="quiet" @click=${() => host.showStatus(true)}>${say('status-open')}</button>`}
    </p>`;
}

function renderNotFor(host: AukioFeedbackForm): TemplateResult {
  const { say } = host.speaker;
  return html`<div class="message not-for" part="not-for">
    <p>${say('not-for')}</p>
    ${host.registryHref ? html`<p>${host.renderLink(host.registryHref, say('registry-link'))}</p>` : nothing} ${host.otherWay}
  </div>`;
}

/** The words of a field, with what is wrong with it now. */
function field(host: AukioFeedbackForm, name: string, label: string, more: Partial<Field> = {}): Field {
  return { name, label, error: host.sending?.check.faultAt(name), ...more };
}

function renderTopic(host: AukioFeedbackForm): unknown {
  const { services, service, entries } = host;
  const { say, language } = host.speaker;
  if (services.length < 2) return nothing;
  const topic = field(host, 'topic', say('topic'));
  const groups = groupsOf(services, language);
  const choose = (code: string): void => host.change('topic', { topic: code });
  if (services.length <= IN_VIEW && groups.length === 1) {
    return renderChoices(topic, { options: groups[0]!.options, chosen: [entries.topic], choose: ([code = '']) => choose(code) });
  }
  const description = service?.description && wordingOf(service.description, language);
  return html`${renderSelect(topic, { groups, value: entries.topic, choose, none: say('topic-choose') })}
    ${description ? html`<p class="topic-description hint" lang=${ifDefined(description.lang)}>${description.text}</p>` : nothing}`;
}

function groupsOf(services: readonly FeedbackService[], language: string): OptionGroup[] {
  const groups = new Map<string | undefined, FeedbackService[]>();
  for (const service of services) {
    const group = service.group && wordingOf(service.group, language).text;
    groups.set(group, [...(groups.get(group) ?? []), service]);
  }
  return [...groups].map(([text, members]) => ({
    text,
    options: members.map(({ code, name, description }) => ({ value: code, ...wordingOf(name, language), hint: description && wordingOf(description, language).text })),
  }));
}

function renderQuestion(host: AukioFeedbackForm, { code, kind, label, hint, required, options = [] }: Question): TemplateResult {
  const { say, language } = host.speaker;
  const words = (text: Text) => wordingOf(text, language);
  const asked = field(host, `answers.${code}`, words(label).text, {
    lang: words(label).lang,
    hint: hint && words(hint).text,
    optional: required ? undefined : say('optional'),
  });
  const given = host.entries.answers[code] ?? '';
  const give = (answer: string | readonly string[]): void => host.change(asked.name, { answers: { ...host.entries.answers, [code]: answer } });
  if (kind === 'choice' || kind === 'choices') {
    const several = kind === 'choices';
    const listed = options.map((option) => ({ value: option.code, ...words(option.name) }));
    if (!several && options.length > IN_VIEW) return renderSelect(asked, { groups: [{ options: listed }], value: String(given), choose: give, none: '–' });
    return renderChoices(asked, { options: listed, several, chosen: [given].flat(), choose: (chosen) => give(several ? chosen : (chosen[0] ?? '')) });
  }
  return renderText(asked, {
    value: String(given),
    type: give,
    ...(kind === 'number' && { inputmode: 'decimal' }),
    ...(kind === 'date-time' && { kind: 'datetime-local' }),
  });
}

function renderMessage(host: AukioFeedbackForm): TemplateResult {
  const { entries, sending } = host;
  const { say } = host.speaker;
  const length = sending?.check.lengthWords;
  return html`${renderText(field(host, 'message', say('message'), { hint: say('message-hint', { count: MESSAGE_MAX }) }), {
      value: entries.message,
      type: (message) => host.change('message', { message }),
      rows: 8,
      describedBy: length && 'message-length',
    })}
    <p class="message-length hint" id="message-length" ?hidden=${!length}>${length}</p>
    ${renderKeeping(host)}`;
}

/** What becomes of words that are not sent yet is said where they are written. */
function renderKeeping(host: AukioFeedbackForm): TemplateResult {
  const { entries, sending, sharedDevice } = host;
  const { say } = host.speaker;
  const kept = sending ? sending.keeping.kept : !sharedDevice;
  return html`<div class="keeping">
    <p class="hint">${say(kept ? 'draft-kept' : 'draft-shared')}</p>
    ${sending && kept && (entries.message || entries.topic) ? html`<p><button type="button" class="quiet" @click=${() => sending.erase()}>${say('draft-erase')}</button></p>` : nothing}
    ${sharedDevice
      ? nothing
      : renderCheckbox({ value: 'shared-computer', text: say('shared-computer'), hint: say('shared-computer-hint') }, { checked: sending?.keeping.shared ?? false, check: (on) => void host.loadSending().then((loaded) => loaded?.switchShared(on)) })}
  </div>`;
}

function renderPlace(host: AukioFeedbackForm): TemplateResult {
  const { entries, sending } = host;
  const { say } = host.speaker;
  return html`${renderText(field(host, 'address', say('address'), { hint: say('address-hint'), optional: say('optional') }), { value: entries.address, type: (address) => host.change('address', { address }) })}
    <div class="aside" id="position" tabindex="-1">${sending?.location.render() ?? html`<button type="button" part="button" disabled>${say('locate')}</button>`}</div>`;
}

/** By a button of our own: the browser's speaks its own language, whatever the page's is. */
function renderPhotos(host: AukioFeedbackForm): TemplateResult {
  const { sending } = host;
  const { say, number } = host.speaker;
  const error = sending?.check.faultAt('photos');
  const pick = ({ currentTarget }: Event): void => (currentTarget as HTMLElement).parentElement!.querySelector('input')!.click();
  return html`<fieldset class="field ${error ? 'wrong' : ''}" part="field">
    <legend>${say('photos')} <span class="optional">${say('optional')}</span></legend>
    <p class="hint" id="photos-hint">${say('photos-hint', { count: number(PHOTOS_MAX) })}</p>
    ${error ? html`<p class="fault" part="fault" id="photos-fault">${error}</p>` : nothing}
    <button type="button" id="photos" part="button" aria-describedby="photos-hint${error ? ' photos-fault' : ''}" ?disabled=${!sending} @click=${pick}>${say('photos-add')}</button>
    <input type="file" accept="image/*" multiple hidden @change=${({ target }: Event) => void sending?.photos.add(target as HTMLInputElement)} />
    ${sending?.photos.render() ?? nothing}
  </fieldset>`;
}

/** The purpose and the time for which they are kept stand beside the fields, not behind a link. */
function renderContact(host: AukioFeedbackForm): TemplateResult {
  const { entries, retained } = host;
  const { say } = host.speaker;
  const { answerBy } = entries;
  const optional = (needed: boolean): string | undefined => (needed ? undefined : say('optional'));
  const text = (name: 'name' | 'email' | 'phone', needed: boolean, kind: 'text' | 'email' | 'tel', autocomplete: AutoFill): TemplateResult =>
    renderText(field(host, name, say(name), { optional: optional(needed) }), { value: entries[name], type: (value) => host.change(name, { [name]: value }), kind, autocomplete });
  return html`${host.renderPartHeading(say('contact'))}
    ${renderChoices(field(host, 'answer-by', say('answer-by')), {
      options: ANSWER_WAYS.map((way) => ({ value: way, text: say(`answer-${way}`), hint: way === 'code' ? say('answer-code-hint') : undefined })),
      chosen: [answerBy],
      choose: ([way]) => host.change('answer-by', { answerBy: way as AnswerWay }),
    })}
    <p class="purpose">
      ${say('contact-purpose')} ${retained ? say('contact-retention', { count: retained }) : nothing} ${host.renderLink(host.privacyHref, say('privacy-link'))}
    </p>
    ${text('name', false, 'text', 'name')} ${text('email', answerBy === 'email', 'email', 'email')} ${text('phone', answerBy === 'phone', 'tel', 'tel')}`;
}
