import { html } from 'hono/html';
import { isScored, type Ballot } from '../../../../src/model/ballot.ts';
import { wordingOf } from '../../../../src/model/text.ts';
import type { StoredBatch } from '../../voting/batch.ts';
import type { BatchKind, Given } from '../batch-form.ts';
import type { WordKey } from '../words/en.ts';
import { ballotPath, channelOptions, titleOf } from './ballots.ts';
import { radios, select, textArea, textField } from './fields.ts';
import { key, page, say, type FieldFault, type Html, type View } from './page.ts';

export interface BatchParts {
  readonly ballot: Ballot;
  readonly kind: BatchKind;
  readonly given: Given;
  /** The batch that is corrected. */
  readonly corrected?: StoredBatch | undefined;
  readonly faults?: readonly FieldFault[] | undefined;
  readonly notice?: string | undefined;
}

/** The form of a batch. The name of the field `batch` is its number: saved twice, it is there once. */
export function batchPage(view: View, { ballot, kind, given, corrected, faults = [], notice }: BatchParts): Html {
  const { words, lang } = view;
  const field = (name: string, label: WordKey, hint?: WordKey) => ({ name, label: words[label], value: given[name], faults, ...(hint && { hint: words[hint] }) });
  const title = corrected ? words.correctTitle : words[kind === 'votes' ? 'enterVotes' : 'enterTotals'];
  return page(view, {
    title: `${title}: ${titleOf(view, ballot)}`,
    faults,
    notice,
    content: html`${corrected ? html`<p>${say(view, 'correctText', { place: corrected.place })}</p>` : ''}
<p>${words[kind === 'votes' ? 'enterVotesText' : 'enterTotalsText']}</p>
<form method="post" action="${view.path}">${key(view)}<input type="hidden" name="batch" value="${given['batch'] ?? ''}">
${radios({ ...field('channel', 'channel'), options: channelOptions(view) })}
${textField(field('place', 'place', 'batchPlaceHint'))}
${ballot.areas.length ? select({ ...field('area', 'batchArea', 'batchAreaHint'), options: [{ value: '', label: words.batchAreaNone }, ...ballot.areas.map(({ id, name }) => ({ value: id, label: wordingOf(name, lang).text }))] }) : ''}
${kind === 'votes' ? votesFields(view, ballot, field) : totalsFields(view, ballot, given, faults, field)}
${textField({ ...field('spoiled', 'spoiled', 'batchSpoiledHint'), numeric: true })}
${corrected ? textField({ ...field('reason', 'batchReasonCorrect', 'batchReasonHint') }) : ''}
<p class="actions"><button>${words[corrected ? 'batchCorrectSave' : 'batchSave']}</button> <a href="${ballotPath(ballot)}">${words.backToBallot}</a></p></form>`,
  });
}

type FieldOf = (name: string, label: WordKey, hint?: WordKey) => { name: string; label: string; value: string | undefined; hint?: string; faults: readonly FieldFault[] };

function votesFields({ words, lang }: View, { projects, rules: { method } }: Ballot, field: FieldOf): Html {
  const hint = method === 'points' ? 'batchPointsHint' : method === 'ranking' ? 'batchRankingHint' : 'batchVotesHint';
  return html`<details><summary>${words.batchNumbers}</summary><ol class="numbers">${projects.map(({ title, withdrawn }) => html`<li>${wordingOf(title, lang).text}${withdrawn ? ` (${words.projectWithdrawn})` : ''}</li>`)}</ol></details>
${textArea({ ...field('votes', 'batchVotesField', hint), rows: 12 })}`;
}

function totalsFields(view: View, ballot: Ballot, given: Given, faults: readonly FieldFault[], field: FieldOf): Html {
  const { words, lang } = view;
  const columns: readonly WordKey[] = ['project', 'supporters', ...(isScored(ballot) ? (['score'] as const) : [])];
  const input = (name: string, column: WordKey, label: string) => {
    const fault = faults.find((one) => one.field === name);
    return html`<td role="cell"><span class="label" aria-hidden="true">${words[column]}</span>${fault ? html` <p class="fault" id="${name}-error">${fault.text}</p>` : ''} <input id="${name}" name="${name}" value="${given[name] ?? ''}" inputmode="numeric" autocomplete="off" size="6" aria-label="${label}"${fault ? html` aria-invalid="true" aria-describedby="${name}-error"` : ''}></td>`;
  };
  return html`${textField({ ...field('voters', 'voters', 'batchVotersHint'), numeric: true })}
<table class="list" role="table"><caption>${words.totalsCaption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${words[column]}</th>`)}</tr></thead>
<tbody role="rowgroup">${ballot.projects.map(({ title, withdrawn }, n) => {
    const project = wordingOf(title, lang).text;
    return html`<tr role="row"><th role="rowheader" scope="row">${n + 1}. ${project}${withdrawn ? ` (${words.projectWithdrawn})` : ''}</th>
${input(`supporters-${n + 1}`, 'supporters', say(view, 'supportersOf', { project }))}
${isScored(ballot) ? input(`score-${n + 1}`, 'score', say(view, 'scoreOf', { project })) : ''}</tr>`;
  })}</tbody></table>`;
}

/** The question before a batch is taken out of the count. */
export function withdrawPage(view: View, { ballot, batch, reason, faults = [] }: { readonly ballot: Ballot; readonly batch: StoredBatch; readonly reason?: string; readonly faults?: readonly FieldFault[] }): Html {
  const { words, calendar } = view;
  return page(view, {
    title: say(view, 'batchWithdrawTitle', { place: batch.place }),
    faults,
    content: html`<p>${say(view, 'batchWithdrawText', { count: batch.voters, date: calendar.moment(batch.enteredAt), name: batch.enteredBy })}</p>
<form method="post" action="${view.path}">${key(view)}
${textField({ name: 'reason', label: words.batchReasonWithdraw, hint: words.batchReasonHint, value: reason, faults })}
<p class="actions"><button class="grave">${words.batchWithdraw}</button> <a href="${ballotPath(ballot)}">${words.batchWithdrawCancel}</a></p></form>`,
  });
}
