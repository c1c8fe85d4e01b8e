import type { Ballot, ImplementationState } from './ballot.ts';
import type { Standing } from './ballot-outcome.ts';
import { csvText, numberCell, textCell } from './csv-writing.ts';
import type { Text } from './text.ts';

/** `supporters` are the votes where nothing else is counted; `points` come where the ballot was voted by points or ranks. */
export type ResultColumn = 'project' | 'area' | 'category' | 'supporters' | 'points' | 'cost' | 'result' | 'granted' | 'why' | 'state';

export interface ResultWords {
  readonly headers: Readonly<Record<ResultColumn, string>>;
  /** Whether points or ranks are counted. */
  readonly scored: boolean;
  /** What is said of a project that was taken off the ballot. */
  readonly withdrawn: string;
  readonly wordOf: (text: Text) => string;
  readonly resultOf: (standing: Standing) => string;
  /** Why it was not chosen; nothing where it was. */
  readonly whyOf: (standing: Standing) => string;
  readonly stateOf: (state: ImplementationState) => string;
}

interface Column {
  readonly header: string;
  /** The cell as it stands in the file. */
  readonly cellOf: (standing: Standing) => string;
}

/** The result as the CSV that Excel opens in Finland: a row for each project as it is shown, then those that were withdrawn. Euros with decimal comma. */
export function resultToCsv(ballot: Ballot, standings: readonly Standing[], words: ResultWords): string {
  const { headers, scored, wordOf, withdrawn } = words;
  const named = (groups: Ballot['areas'], id: string | undefined): string => {
    const group = groups.find((one) => one.id === id);
    return textCell(group ? [wordOf(group.name)] : []);
  };
  const columns: readonly Column[] = [
    { header: headers.project, cellOf: ({ title }) => textCell([wordOf(title)]) },
    ...(ballot.areas.length ? [{ header: headers.area, cellOf: ({ about }: Standing) => named(ballot.areas, about?.area) }] : []),
    ...(ballot.categories.length ? [{ header: headers.category, cellOf: ({ about }: Standing) => named(ballot.categories, about?.category) }] : []),
    { header: headers.supporters, cellOf: ({ supporters }) => numberCell([supporters]) },
    ...(scored ? [{ header: headers.points, cellOf: ({ score }: Standing) => numberCell([score]) }] : []),
    { header: headers.cost, cellOf: ({ cost }) => numberCell([cost / 100]) },
    { header: headers.result, cellOf: (standing) => textCell([words.resultOf(standing)]) },
    ...(standings.some(({ funding }) => funding) ? [{ header: headers.granted, cellOf: ({ funding, funded, cost }: Standing) => numberCell(funding ? [funding.granted / 100] : funded ? [cost / 100] : []) }] : []),
    { header: headers.why, cellOf: (standing) => textCell([words.whyOf(standing)]) },
    { header: headers.state, cellOf: ({ implementation }) => textCell(implementation ? [words.stateOf(implementation.state), ...(implementation.note === undefined ? [] : [wordOf(implementation.note)])] : []) },
  ];
  const gone = ballot.projects.filter((project) => project.withdrawn);
  return csvText([
    columns.map(({ header }) => textCell([header])),
    ...standings.map((standing) => columns.map(({ cellOf }) => cellOf(standing))),
    ...gone.map(({ title, cost, withdrawn: why }) =>
      columns.map(({ header }) => {
        if (header === headers.project) return textCell([wordOf(title)]);
        if (header === headers.cost) return numberCell([cost / 100]);
        if (header === headers.result) return textCell([withdrawn]);
        return header === headers.why && why?.reason !== undefined ? textCell([wordOf(why.reason)]) : '';
      })),
  ]);
}
