/** The five columns that every table shows. */
export const COLUMNS = { goal: 'Tavoite', measures: 'Mittari', responsible: 'Vastuutaho', actual: 'Toteuma', forecast: 'Toteutumaennuste' };

const FORECASTS = {
  'on-track': 'Toteutuu', 'partly': 'Toteutuu osittain', 'at-risk': 'Vaarassa', 'not-met': 'Ei toteudu', 'not-assessed': 'Ei arvioitu',
};

/**
 * A goal of the JSON document as five texts, of its newest report. What are several paragraphs in a report, are lines.
 */
export function rowOf({ title, measures, responsible, reports }) {
  const { actuals, forecast } = reports.at(-1);
  return {
    goal: title,
    measures: measures.map(({ text }) => text).join('\n'),
    responsible: responsible.join('\n'),
    actual: actuals.map(({ text }) => text).join('\n'),
    forecast: FORECASTS[forecast] ?? '',
  };
}

/** The place on the page that a table is to be put in, and the rows of the report that it names. */
export async function readPage() {
  const place = document.querySelector('#table');
  const response = await fetch(place.dataset.src);
  const { goals } = await response.json();
  return { place, rows: goals.map(rowOf) };
}

/** Calls `search` with what is typed into the page's own field, for tables that have none. */
export function whenTyped(search) {
  document.querySelector('#search').addEventListener('input', ({ target }) => search(target.value.trim().toLowerCase()));
}

/** Whether a row has a text, which is in lower case, in any of its columns. */
export function hasText(row, text) {
  return Object.values(row).some((value) => value.toLowerCase().includes(text));
}
