import { WrongSetting } from './config.ts';
import { FolderInUse } from './database/lock.ts';
import { MigrationMismatch } from './database/migrations.ts';

/** What the person who gave the command can put right herself; the message says how. */
export class WrongCommand extends Error {
  override readonly name = 'WrongCommand';
}

const KNOWN = [WrongCommand, WrongSetting, FolderInUse, MigrationMismatch];

/** Runs a program of this package; where it fails, says why in a sentence and ends with 1. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const known = error instanceof Error && KNOWN.some((kind) => error instanceof kind);
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
}
