import { h } from '../../core/dom.ts';
import { feedbackLink } from '../../core/feedback-link.ts';
import type { Goal } from '../../model/goals.ts';
import { wordingOf } from '../../model/text.ts';
import type { AukioGoalStatus } from './goal-status.ts';

/** Puts the link to the feedback form at the end of a goal's row; without a page with the form there is none. */
export function linkFeedback(row: HTMLElement, { id, title }: Goal, host: AukioGoalStatus): void {
  row.querySelector('.feedback')?.remove();
  const { language, say } = host.speaker;
  const { text, lang } = wordingOf(title, language);
  const link = feedbackLink(host, host.feedbackHref, { about: `goal:${id}`, title: text });
  if (!link) return;
  const anchor = h('a', { part: 'feedback', href: link.href }, say('give-feedback'), h('span', { class: 'visually-hidden', lang }, `: ${text}`));
  anchor.addEventListener('click', link.follow);
  row.append(h('td', { role: 'cell', class: 'details feedback no-print' }, anchor));
}
