import { parseArgs } from 'node:util';
import { run, WrongCommand } from './command.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open.ts';
import { createLog } from './log.ts';
import { destroyLink, KeyNeeded } from './voting/rounds.ts';

const USAGE = `npm run votes:destroy-key -w service -- <ballot>

After the time for appeals: destroys the key that links voters to their votes, for ever. The votes stay, and can be counted.`;

async function main(): Promise<void> {
  const { positionals: [ballot] } = parseArgs({ allowPositionals: true });
  if (ballot === undefined) throw new WrongCommand(USAGE);
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog('warn'));
  try {
    await destroyLink(database, config.voting.keys, ballot, new Date());
    process.stderr.write(`Destroyed: nobody can find out any more who voted what in ${ballot}. Destroy the copies of the key as well, if there are any.\n`);
  } catch (error) {
    throw error instanceof KeyNeeded ? new WrongCommand(error.message) : error;
  } finally {
    await database.close();
  }
}

run(main);
