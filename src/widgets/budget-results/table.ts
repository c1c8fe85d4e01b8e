import { isScored } from '../../model/ballot.ts';
import { resultToCsv } from '../../model/ballot-results-csv.ts';
import { standingsOf } from '../../model/ballot-outcome.ts';
import type { Details } from './details.ts';

/** The result as the table that the page shows, for Excel. */
export function resultTable(details: Details): string {
  const { ballot, results, host } = details;
  const { say, word } = host.speaker;
  const { partFunded, unresolved = [] } = results;
  return resultToCsv(ballot, standingsOf(ballot, results), {
    headers: {
      project: say('column-project'), area: say('column-area'), category: say('csv-category'), supporters: say(isScored(ballot) ? 'csv-supporters' : 'column-votes'),
      points: say('column-points'), cost: say('csv-cost'), result: say('column-result'), granted: say('csv-granted'), why: say('csv-why'), state: say('csv-state'),
    },
    scored: isScored(ballot),
    withdrawn: say('csv-withdrawn'),
    wordOf: (text) => word(text).text,
    resultOf: ({ funded, funding, project }) => say(funding ? `${funding.kind}-funded` : funded ? 'chosen' : unresolved.includes(project) ? 'undecided' : 'not-chosen'),
    whyOf: ({ funded, project }) => (funded || project === partFunded?.project || unresolved.includes(project) ? '' : details.why({ project })),
    stateOf: (state) => say(`state-${state}`),
  });
}
