import Papa from 'papaparse';

/** Rows that are parsed at a time: a few milliseconds of work. */
const SLICE = 500;
/** In the order in which they are tried: Finnish text has commas on most lines. */
const DELIMITERS = [';', '\t', ',', '|'] as const;

/**
 * The rows of a CSV text, as Excel and other programs write it: `;`, comma or tab between cells, line breaks and doubled
 * quotes in quoted cells. Cells are as written: `1 234,5`, `- kampanja` and `#NIMI?` stay text. An empty line is a row
 * with one empty cell. Parsed in slices as the rows are asked for.
 */
export function* csvRows(text: string): Generator<string[]> {
  let rest = text.replace(/^\uFEFF/, '');
  // Excel's own hint at the delimiter; it shows the line to nobody.
  const hint = /^sep=(.)\r?\n/i.exec(rest);
  if (hint) rest = rest.slice(hint[0].length);
  const settings: Papa.ParseConfig<string[]> = {
    delimiter: hint?.[1] ?? delimiterOf(rest),
    preview: SLICE,
    // The fast way reads one row more than it gives back, and goes on behind it.
    fastMode: false,
  };
  while (rest) {
    const { data, errors, meta } = Papa.parse<string[]>(rest, settings);
    settings.newline = meta.linebreak as '\n';
    const open = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    if (open === undefined) {
      rest = rest.slice(meta.cursor);
      // The line break at the end of the file ends a row and begins none.
      if (!rest && data.at(-1)?.join('') === '') data.pop();
      yield* data;
    } else {
      // A quote that is never closed takes in all that follows. Its line is read as it stands, and no row is lost.
      const start = open ? Papa.parse(rest, { ...settings, preview: open }).meta.cursor : 0;
      const [line = ''] = rest.slice(start).split(meta.linebreak, 1);
      yield* data.slice(0, open);
      yield line.split(meta.delimiter);
      rest = rest.slice(start + line.length + meta.linebreak.length);
    }
  }
}

/** The one that stands on the most lines. Papa Parse's own guess fails where titles stand above the table. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]+/);
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, count: lines.filter((line) => line.includes(delimiter)).length })).sort((a, b) => b.count - a.count);
  return best?.count ? best.delimiter : ';';
}
