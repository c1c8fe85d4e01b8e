import { nothing, type TemplateResult } from 'lit';
import type { Project } from '../../model/ballot.ts';
import { isChosen } from '../../model/choosing.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import { renderCard, type CardView } from './card.ts';
import { renderControl } from './control.ts';

/** A project of the ballot as it stands in the list, or by itself, with what chooses it while that is possible. */
export function renderProject(host: AukioBudgetVote, project: Project, { control, open = false, hidden = false, aside = nothing }: Partial<Pick<CardView, 'control' | 'open' | 'hidden' | 'aside'>> = {}): TemplateResult {
  const { ballot, speaker, choices, round } = host;
  return renderCard(project, {
    ballot,
    speaker,
    heading: (content) => host.renderPartHeading(content, 'title', 1),
    hidden,
    open,
    chosen: isChosen(choices, project.id),
    control: control ?? (round.phase === 'vote' ? renderControl(host, project) : nothing),
    aside,
  });
}
