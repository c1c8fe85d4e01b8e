import { parseArgs } from 'node:util';
import { run, WrongCommand } from './command.ts';
import { readConfig } from './config.ts';
import { BrokenFile } from './content/document.ts';
import { ContentFolder } from './content/folder.ts';
import { GATES } from './content/gates.ts';
import { openDatabase } from './database/open.ts';
import { createLog } from './log.ts';
import { Secrets } from './secrets.ts';
import { Ballots } from './voting/ballots.ts';
import { makeCodes } from './voting/codes.ts';

const USAGE = `npm run votes:codes -w service -- <ballot> --count <number> [--area <id>]

Writes that many new personal codes to standard output, one a line. They are shown once and kept nowhere.`;

const COUNT_MAX = 1_000_000;

async function main(): Promise<void> {
  const { positionals: [ballot = ''], values: { count = '', area } } = parseArgs({ allowPositionals: true, options: { count: { type: 'string' }, area: { type: 'string' } } });
  if (!ballot || !/^[1-9]\d*$/.test(count) || Number(count) > COUNT_MAX) throw new WrongCommand(USAGE);
  const config = readConfig(process.env);
  const log = createLog('warn');
  const database = await openDatabase(config, log);
  try {
    const content = new ContentFolder(config.content, { gates: GATES, lang: config.contentLanguage, onFault: (fault) => log.error({ fault }, 'content file cannot be used') });
    const ballots = new Ballots(content, database, config.contentLanguage, (fault) => log.error({ fault }, 'ballot file cannot be used'));
    // A code for another ballot or area than there is would be printed onto a letter and open nothing.
    const current = await ballots.current(ballot).catch((error: unknown) => {
      if (!(error instanceof BrokenFile)) throw error;
    });
    if (!current) throw new WrongCommand(`There is no ballot ${ballot} that can be used in the content folder.`);
    const areas = current.ballot.areas.map(({ id }) => id);
    if (area !== undefined && !areas.includes(area)) throw new WrongCommand(`The ballot ${ballot} has no area ${area}, but: ${areas.join(', ') || 'none'}.`);
    const codes = await makeCodes(database, new Secrets(config.secret), ballot, Number(count), area);
    process.stdout.write(`${codes.join('\n')}\n`);
  } finally {
    await database.close();
  }
}

run(main);
