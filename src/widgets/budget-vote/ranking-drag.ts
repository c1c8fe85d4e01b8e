import { announce } from '../../core/announcer.ts';
import type { Project } from '../../model/ballot.ts';
import type { AukioBudgetVote } from './budget-vote.ts';

/** Moves a ranked project while its handle is dragged: it takes the place of the row that the pointer is over. */
export function startDrag(host: AukioBudgetVote, project: Project, { pointerId }: PointerEvent): void {
  const rows = (): HTMLElement[] => [...host.renderRoot.querySelectorAll<HTMLElement>('.ranking > li')];
  const before = rankOf(host, project);
  const follow = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    // Let go outside of the window, where nobody tells of it, or taken out meanwhile.
    if (!event.buttons || !rankOf(host, project)) return end(event);
    const over = rows().findIndex((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return event.clientY >= top && event.clientY < bottom;
    });
    if (over >= 0 && over + 1 !== rankOf(host, project)) host.rank(project.id, over + 1);
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    removeEventListener('pointermove', follow);
    removeEventListener('pointerup', end);
    removeEventListener('pointercancel', end);
    const rank = rankOf(host, project);
    const { say, word, language } = host.speaker;
    if (rank !== before) announce(say('moved', { title: word(project.title).text, rank }), language);
  };
  // On the window: the row under the pointer changes its place on the way.
  addEventListener('pointermove', follow);
  addEventListener('pointerup', end);
  addEventListener('pointercancel', end);
}

function rankOf({ choices }: AukioBudgetVote, { id }: Project): number {
  return choices.find(({ project }) => project === id)?.rank ?? 0;
}
