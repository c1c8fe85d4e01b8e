import { parseArgs } from 'node:util';
import { run, WrongCommand } from './command.ts';
import { readConfig } from './config.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open.ts';
import { createLog } from './log.ts';
import { isScope, SCOPES, type Scope } from './office/scopes.ts';
import { createToken, listTokens, revokeToken, TokenNameFault } from './office/tokens.ts';

const USAGE = `npm run token -w service -- create <name> --scopes <scope>,<scope>,…
npm run token -w service -- list
npm run token -w service -- revoke <name>

Scopes: ${SCOPES.join(', ')}.
The name is that of a person or a program: what is done with the token is logged under it.`;

/** Names stand in the log and in lists. */
const NAME = /^[^\p{C}]{1,100}$/u;

async function main(): Promise<void> {
  const { positionals: [command, name = ''], values } = parseArgs({ allowPositionals: true, options: { scopes: { type: 'string', default: '' } } });
  if (command !== 'list' && (!NAME.test(name) || !['create', 'revoke'].includes(command ?? ''))) throw new WrongCommand(USAGE);
  const scopes = command === 'create' ? scopesOf(values.scopes) : [];
  const config = readConfig(process.env);
  const database = await openDatabase(config, createLog('warn'));
  try {
    await perform(database, command, name, scopes);
  } catch (error) {
    throw error instanceof TokenNameFault ? new WrongCommand(error.message) : error;
  } finally {
    await database.close();
  }
}

async function perform(database: Database, command: string | undefined, name: string, scopes: readonly Scope[]): Promise<void> {
  if (command === 'create') {
    const token = await createToken(database, new Date(), name, scopes);
    process.stderr.write('This is the token. It is shown once and kept nowhere; who has it can do all that its scopes allow.\n');
    process.stdout.write(`${token}\n`);
  } else if (command === 'revoke') {
    await revokeToken(database, new Date(), name);
    process.stderr.write(`Revoked, and whoever was signed in with it is signed out: ${name}\n`);
  } else {
    for (const { name: known, scopes: its, createdAt, revokedAt } of await listTokens(database)) {
      process.stdout.write(`${[known, its.join(','), createdAt.toISOString(), revokedAt ? `revoked ${revokedAt.toISOString()}` : 'valid'].join('\t')}\n`);
    }
  }
}

function scopesOf(text: string): readonly Scope[] {
  const scopes = text.split(',').map((scope) => scope.trim()).filter(Boolean);
  const unknown = scopes.filter((scope) => !isScope(scope));
  if (unknown.length || !scopes.length) throw new WrongCommand(unknown.length ? `There is no scope ${unknown.join(', ')}.\n\n${USAGE}` : USAGE);
  return scopes.filter(isScope);
}

run(main);
