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
    const destroyed = await destroyLink(database, config.voting.keys, ballot, new Date());
    process.stderr.write(destroyed
      ? `Destroyed: nobody can find out any more who voted what in ${ballot}. Destroy the copies of the key as well, if there are any.\n`
      : `There was no key of ${ballot} in AUKIO_VOTE_KEYS: none was destroyed. Who voted is out of the database. If the key is in another folder, or there are copies of it, destroy them.\n`);
  } catch (error) {
    throw error instanceof KeyNeeded ? new WrongCommand(error.message) : error;
  } finally {
    await database.close();
  }
}

run(main);
