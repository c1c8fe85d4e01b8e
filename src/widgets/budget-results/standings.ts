import { html, nothing, type TemplateResult } from 'lit';
import { isScored, type Ballot } from '../../model/ballot.ts';
import type { Standing } from '../../model/ballot-outcome.ts';
import type { BallotResults } from '../../model/ballot-results.ts';
import type { Speaker } from './budget-results.ts';
import { bar, mark } from './marks.ts';
import { grantedWords, renderFunding, renderVerdictOf, worded } from './overview.ts';

/** As many projects are in view before the reader asks for all of them; on paper all are. */
const FIRST = 20;

interface StandingsView {
  readonly ballot: Ballot;
  readonly results: BallotResults;
  /** Why a project was not chosen; nothing until it has been counted again. */
  readonly why: (standing: Standing) => string;
  readonly allShown: boolean;
  readonly showAll: (all: boolean) => void;
}

/** Every project with what it got: bars to look at, and the figures that they are drawn from. Roles are spelt out, since the table becomes a grid where it is narrow. */
export function renderStandings(standings: readonly Standing[], view: StandingsView, speaker: Speaker): TemplateResult {
  const { say } = speaker;
  const { ballot, allShown, showAll } = view;
  const cut = standings.length > FIRST + 5;
  const score = say(isScored(ballot) ? 'column-points' : 'column-votes');
  return html`<table class="standings" part="standings" role="table" aria-label=${say('all-projects')} ?data-cut=${cut && !allShown}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${say('column-project')}</th>
          <th role="columnheader" scope="col" class="number">${score}</th>
          <th role="columnheader" scope="col" class="number">${say('column-cost')}</th>
          <th role="columnheader" scope="col">${say('column-result')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${standings.map((standing, n) => renderRow(standing, { ...view, later: n >= FIRST, most: standings[0]!.score, label: score }, speaker))}
      </tbody>
    </table>
    ${cut
      ? html`<p class="no-print">
          <button type="button" part="button" aria-expanded=${allShown ? 'true' : 'false'} @click=${() => showAll(!allShown)}>${allShown ? say('show-fewer') : say('show-all', { count: standings.length })}</button>
        </p>`
      : nothing}`;
}

function renderRow(standing: Standing, view: StandingsView & { readonly later: boolean; readonly most: number; readonly label: string }, speaker: Speaker): TemplateResult {
  const { ballot, results, why, later, most, label } = view;
  const { project, title, cost, score, funded, funding } = standing;
  const inPart = results.partFunded?.project === project;
  const { say, number, money } = speaker;
  const undecided = !funded && results.unresolved?.includes(project);
  const reason = funded || inPart || undecided ? '' : why(standing);
  return html`<tr role="row" part="item" class="${funded || inPart ? 'funded' : ''} ${later ? 'later' : ''}">
    <th role="rowheader" scope="row">${worded(title, speaker)}${most ? bar(score / most, funded || inPart ? 'chosen' : 'other', ballot.threshold && ballot.threshold <= most ? ballot.threshold / most : undefined) : nothing}</th>
    <td role="cell" class="number"><span class="label" aria-hidden="true">${label}</span> ${number(score)}</td>
    <td role="cell" class="number"><span class="label" aria-hidden="true">${say('column-cost')}</span> ${money(cost)}</td>
    <td role="cell" class="outcome">
      <span class="verdict">${undecided ? html`${mark('undecided')} ${say('undecided')}` : renderVerdictOf(funded || (inPart && 'part'), speaker)}</span>
      ${reason ? html`<span class="why">${reason}</span>` : nothing}
      ${inPart && funding?.kind === 'part' ? html`<span class="why">${grantedWords(standing, speaker)}</span>` : renderFunding(standing, speaker)}
    </td>
  </tr>`;
}

/** What was taken off the ballot while people voted. */
export function renderWithdrawn({ projects }: Ballot, level: number, speaker: Speaker): unknown {
  const gone = projects.filter(({ withdrawn }) => withdrawn);
  if (!gone.length) return nothing;
  return html`${speaker.heading(speaker.say('withdrawn-heading'), level, 'section-heading')}
    <ul>
      ${gone.map(({ title, withdrawn }) => html`<li>${withdrawn?.reason === undefined ? worded(title, speaker) : speaker.say('withdrawn-why', { project: speaker.word(title).text, reason: speaker.word(withdrawn.reason).text })}</li>`)}
    </ul>`;
}
