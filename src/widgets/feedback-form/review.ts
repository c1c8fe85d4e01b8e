import { html, type TemplateResult } from 'lit';
import type { Question } from '../../model/feedback.ts';
import { wordingOf } from '../../model/text.ts';
import { labelOf } from './faults.ts';
import type { Sending } from './sending.ts';

/** Everything once more before it is sent; each line leads back to its field. */
export function renderReview(sending: Sending): TemplateResult {
  const { host } = sending;
  const { say } = host.speaker;
  return html`<div part="review">
    ${host.renderPartHeading(say('review'), 'stage-heading')}
    <p>${say('review-lead')}</p>
    <dl class="review">
      ${linesOf(sending).map(
        ([name, label, text]) => html`<div part="item">
          <dt>${label}</dt>
          <dd class="written">${text || say('not-given')}</dd>
          <dd><button type="button" class="quiet" aria-label=${say('review-change-what', { label })} @click=${() => sending.open(name)}>${say('review-change')}</button></dd>
        </div>`,
      )}
    </dl>
    ${host.otherWay}
    <p class="actions">
      <button type="button" class="primary" part="button" @click=${sending.submit}>${say('send')}</button>
      <button type="button" part="button" @click=${() => sending.open('message')}>${say('review-back')}</button>
    </p>
  </div>`;
}

type Line = readonly [name: string, label: string, text: string];

function linesOf({ host, feedback, photos }: Sending): Line[] {
  const { service, services } = host;
  const subject = host.subject.now;
  const { say, language, number } = host.speaker;
  const { message, place, answers = {}, contact = {}, answerBy, mayPublish } = feedback;
  const line = (name: string, text: string | undefined): Line => [name, labelOf(name, service, host.speaker), text ?? ''];
  const answerOf = ({ code, options = [] }: Question): string =>
    [answers[code] ?? []].flat().map((answer) => {
      const option = options.find((one) => one.code === answer);
      return option ? wordingOf(option.name, language).text : answer;
    }).join(', ');
  const position = place?.position;
  return [
    ...(subject ? [['about', say('about'), subject.title] as const] : []),
    ...(services.length > 1 && service ? [line('topic', wordingOf(service.name, language).text)] : []),
    ...(service?.questions ?? []).map((question) => line(`answers.${question.code}`, answerOf(question))),
    line('message', message),
    ...(host.hidePlace ? [] : [line('address', place?.address)]),
    ...(position ? [line('position', `${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`)] : []),
    ...(host.hidePhotos ? [] : [line('photos', photos.count ? number(photos.count) : '')]),
    ['answer-by', say('answer-by'), say(`answer-${answerBy}`)],
    line('name', contact.name),
    line('email', contact.email),
    line('phone', contact.phone),
    ...(host.askPublish ? [['may-publish', say('may-publish'), say(mayPublish ? 'yes' : 'no')] as const] : []),
  ];
}
