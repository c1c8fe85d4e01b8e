import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NotRendered, prerender } from './frame/prerender.ts';

/**
 * Writes a page for an iframe (form E) with the content of a file in it; see docs/frames.md:
 * `npm run prerender -- goals.docx --out goals.html --lang fi --set heading="Tavoitteet 2026" --aukio /aukio/1/`
 */
const USE = 'npm run prerender -- <file or address> [--out page.html] [--widget goal-status] [--lang fi] [--set name=value …] [--aukio /aukio/] [--quiet]';

try {
  const { values, positionals: [file, ...others] } = parsed();
  if (file === undefined || others.length) throw new NotRendered(`Name one file: ${USE}`);
  const settings = Object.fromEntries(values.set.map((setting) => [setting.split('=')[0]!, setting.split('=').slice(1).join('=')]));
  const { page, count, notes } = await prerender({ file, widget: values.widget, lang: values.lang, aukio: values.aukio, settings });
  if (values.out === undefined) process.stdout.write(page);
  else replace(values.out, page);
  // Beside what may have been written to the output.
  if (!values.quiet) console.error([`${values.widget}: ${count} shown.`, ...notes].join('\n'));
} catch (error) {
  if (!(error instanceof NotRendered)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        widget: { type: 'string', default: 'goal-status' },
        lang: { type: 'string', default: 'fi' },
        aukio: { type: 'string', default: '/aukio/' },
        quiet: { type: 'boolean', default: false },
        set: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    throw new NotRendered(`${(error as Error).message}\n${USE}`);
  }
}

/** In one step: a server that shows the page meanwhile shows the old one or the new one, and never half of one. */
function replace(path: string, page: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, page);
  renameSync(unfinished, path);
}
