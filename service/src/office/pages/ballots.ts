import { html } from 'hono/html';
import { phaseAt, type Ballot } from '../../../../src/model/ballot.ts';
import { wordingOf } from '../../../../src/model/text.ts';
import type { Fixed } from '../../voting/batch-desk.ts';
import type { StoredBatch } from '../../voting/batch.ts';
import type { BallotFigures } from '../../voting/figures.ts';
import { BATCH_CHANNELS } from '../batch-form.ts';
import type { WordKey } from '../words/en.ts';
import { page, say, type Html, type View } from './page.ts';

interface CountedBallot {
  readonly ballot: Ballot;
  readonly figures: BallotFigures;
}

export interface BallotParts extends CountedBallot {
  readonly batches: readonly StoredBatch[];
  readonly now: Date;
  /** Why nothing can be entered or withdrawn. */
  readonly fixed: Fixed | undefined;
  readonly notice?: string | undefined;
}

export function ballotPath({ id }: Pick<Ballot, 'id'>): string {
  return `/office/ballots/${encodeURIComponent(id)}`;
}

/** Every ballot with how far it has come. */
export function ballotsPage(view: View, { ballots, now }: { readonly ballots: readonly CountedBallot[]; readonly now: Date }): Html {
  const { words, calendar } = view;
  const cell = (column: WordKey, content: unknown) => html`<td role="cell"><span class="label">${words[column]}</span> ${content}</td>`;
  return page(view, {
    title: words.ballots,
    content: html`<p>${words.ballotsText}</p>
${ballots.length ? html`<table class="list" role="table"><caption>${words.ballotsCaption}</caption>
<thead role="rowgroup"><tr role="row">${(['ballot', 'phase', 'opens', 'closes', 'votesReceived', 'codes'] as const).map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${ballots.map(({ ballot, figures }) => html`<tr role="row">
<th role="rowheader" scope="row"><a href="${ballotPath(ballot)}">${titleOf(view, ballot)}</a></th>
${cell('phase', phaseOf(view, ballot, now))}
${cell('opens', calendar.moment(new Date(ballot.opensAt)))}
${cell('closes', calendar.moment(new Date(ballot.closesAt)))}
${cell('votesReceived', sumOf(figures))}
${cell('codes', codesOf(view, figures))}
</tr>`)}</tbody></table>` : html`<p class="none">${words.ballotsNone}</p>`}`,
  });
}

/** One ballot: its state, what has come in by which channel, and the batches. */
export function ballotPage(view: View, { ballot, figures, batches, now, fixed, notice }: BallotParts): Html {
  const { words, calendar } = view;
  const path = ballotPath(ballot);
  const facts: readonly (readonly [WordKey, unknown])[] = [
    ['phase', phaseOf(view, ballot, now)],
    ['opens', calendar.moment(new Date(ballot.opensAt))],
    ['closes', calendar.moment(new Date(ballot.closesAt))],
    ['identification', ballot.identification.map((way) => words[`identification-${way}`]).join(', ')],
    ['votesReceived', `${sumOf(figures)} (${(['web', 'paper', 'assisted'] as const).map((channel) => `${words[`channel-${channel}`]}: ${figures[channel]}`).join(', ')})`],
    ['codes', codesOf(view, figures)],
    ['rulesFrozen', figures.frozenAt ? calendar.date(figures.frozenAt) : words.rulesOpen],
    ['keyDestroyed', figures.keyDestroyedAt ? calendar.moment(figures.keyDestroyedAt) : words.keyKept],
  ];
  return page(view, {
    title: titleOf(view, ballot),
    notice,
    content: html`<p>${words.ballotsText}</p>
<section><dl class="facts">${facts.map(([word, content]) => html`<dt>${words[word]}</dt><dd>${content}</dd>`)}</dl></section>
<section><h2>${words.batches}</h2><p>${words.batchesText}</p>
${fixed ? html`<p class="message">${words[`fixed-${fixed}`]}</p>` : html`<p class="actions"><a href="${path}/enter/votes">${words.enterVotes}</a> <a href="${path}/enter/totals">${words.enterTotals}</a></p>`}
${batches.length ? batchTable(view, path, batches, !fixed) : html`<p class="none">${words.batchesNone}</p>`}</section>
<p><a href="/office/ballots">${words.backToBallots}</a></p>`,
  });
}

function batchTable(view: View, path: string, batches: readonly StoredBatch[], changeable: boolean): Html {
  const { words, calendar } = view;
  const cell = (column: WordKey, content: unknown) => html`<td role="cell"><span class="label">${words[column]}</span> ${content}</td>`;
  const columns: readonly WordKey[] = ['place', 'channel', 'voters', 'spoiled', 'entered', 'enteredBy', 'batchState', ...(changeable ? (['actions'] as const) : [])];
  return html`<table class="list" role="table"><caption>${words.batchesCaption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${batches.map((batch) => html`<tr role="row">
<th role="rowheader" scope="row">${batch.place}</th>
${cell('channel', words[`channel-${batch.channel}`])}
${cell('voters', batch.voters)}
${cell('spoiled', batch.spoiled)}
${cell('entered', calendar.moment(batch.enteredAt))}
${cell('enteredBy', batch.enteredBy)}
${cell('batchState', batch.withdrawnAt ? say(view, 'batchWithdrawn', { date: calendar.moment(batch.withdrawnAt), name: batch.withdrawnBy ?? '', reason: batch.reason ?? '' }) : words.batchCounts)}
${changeable ? cell('actions', batch.withdrawnAt ? '–' : actions(view, `${path}/batches/${batch.id}`, batch)) : ''}
</tr>`)}</tbody></table>`;
}

/** Links of a row are told apart by what they are about. */
function actions(view: View, path: string, batch: StoredBatch): Html {
  const about = html`<span class="hidden">: ${say(view, 'ofBatch', { place: batch.place, date: view.calendar.moment(batch.enteredAt) })}</span>`;
  return html`<a href="${path}/correct">${view.words.batchCorrect}${about}</a> <a href="${path}/withdraw">${view.words.batchWithdraw}${about}</a>`;
}

export function titleOf({ lang }: View, { title }: Pick<Ballot, 'title'>): string {
  return wordingOf(title, lang).text;
}

function phaseOf({ words }: View, ballot: Ballot, now: Date): string {
  return words[`phase-${phaseAt(ballot, now.getTime()) ?? 'unknown'}`];
}

function sumOf({ web, paper, assisted }: BallotFigures): number {
  return web + paper + assisted;
}

function codesOf(view: View, { codesMade, codesUsed, keyDestroyedAt }: BallotFigures): string {
  if (!codesMade) return view.words[keyDestroyedAt ? 'codesDestroyed' : 'codesNone'];
  return codesUsed === undefined ? say(view, 'codesMade', { made: codesMade }) : say(view, 'codesUsed', { made: codesMade, used: codesUsed });
}

/** The ways in which votes come to the city itself. */
export function channelOptions({ words }: View): readonly { readonly value: string; readonly label: string }[] {
  return BATCH_CHANNELS.map((channel) => ({ value: channel, label: words[`channel-${channel}`] }));
}
