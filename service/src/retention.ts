import { run } from './command.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open.ts';
import { createLog } from './log.ts';
import { applyRetention } from './office/retention.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog('warn'));
  try {
    const { contacts, photos } = await applyRetention(database, new Date(), config.retention);
    process.stdout.write(`Contact details deleted: ${contacts}. Messages whose photos were deleted: ${photos}.\n`);
  } finally {
    await database.close();
  }
}

run(main);
