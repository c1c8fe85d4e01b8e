import { parseArgs } from 'node:util';
import { run, WrongCommand } from './command.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open.ts';
import { createLog } from './log.ts';
import { Secrets } from './secrets.ts';
import { makeCodes } from './voting/codes.ts';

const USAGE = `npm run votes:codes -w service -- <ballot> --count <number> [--area <id>]

Writes that many new personal codes to standard output, one a line. They are shown once and kept nowhere.`;

const COUNT_MAX = 1_000_000;

async function main(): Promise<void> {
  const { positionals: [ballot = ''], values: { count = '', area } } = parseArgs({ allowPositionals: true, options: { count: { type: 'string' }, area: { type: 'string' } } });
  if (!ballot || !/^[1-9]\d*$/.test(count) || Number(count) > COUNT_MAX) throw new WrongCommand(USAGE);
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog('warn'));
  try {
    const codes = await makeCodes(database, new Secrets(config.secret), ballot, Number(count), area);
    process.stdout.write(`${codes.join('\n')}\n`);
  } finally {
    await database.close();
  }
}

run(main);
