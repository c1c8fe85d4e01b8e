import { join, resolve } from 'node:path';
import type { ProofPolicy } from './feedback/proof.ts';
import type { Rate } from './http/limits.ts';
import type { Retention } from './office/retention.ts';
import { ownSecret } from './secrets.ts';
import type { VotingSettings } from './voting/options.ts';
import { readVotingSettings } from './voting/settings.ts';

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of the embedded database. */
  readonly data: string;
  /** Of PostgreSQL; without it the database is embedded. */
  readonly databaseUrl: string | undefined;
  /** Connections of this process to PostgreSQL. */
  readonly connections: number;
  /** Keys are made of it: receipt codes, fingerprints, challenges. */
  readonly secret: string;
  /** The folder of the files that editors maintain. */
  readonly content: string;
  /** The language of content that names none. */
  readonly contentLanguage: string;
  readonly retention: Retention;
  readonly origins: readonly string[];
  readonly trustedProxies: number;
  readonly proof: ProofPolicy;
  readonly rates: { readonly feedback: Rate; readonly status: Rate; readonly challenge: Rate };
  readonly voting: VotingSettings;
  readonly logLevel: string;
}

/** A setting that cannot be used; the message names it and says what it takes. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings from the environment alone, so that no secret is in a file of the program.
 * @throws {WrongSetting}
 */
export function readConfig(environment: Environment): Config {
  const data = resolve(environment['AUKIO_DATA'] || 'data');
  const databaseUrl = environment['DATABASE_URL'] || undefined;
  const contentLanguage = environment['AUKIO_CONTENT_LANGUAGE'] || 'fi';
  return {
    host: environment['AUKIO_HOST'] || '127.0.0.1',
    port: wholeNumber(environment, 'AUKIO_PORT', 8787, 65_535),
    data,
    databaseUrl,
    connections: wholeNumber(environment, 'AUKIO_DATABASE_CONNECTIONS', 10, 1_000),
    secret: secretOf(environment, databaseUrl === undefined ? data : undefined),
    content: resolve(environment['AUKIO_CONTENT'] || join(data, 'content')),
    contentLanguage,
    retention: { contactDays: wholeNumber(environment, 'AUKIO_CONTACT_DAYS', 180, 3_650), photoDays: wholeNumber(environment, 'AUKIO_PHOTO_DAYS', 180, 3_650) },
    origins: (environment['AUKIO_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean).map(originOf),
    trustedProxies: wholeNumber(environment, 'AUKIO_TRUSTED_PROXIES', 0, 10),
    proof: { required: isOn(environment, 'AUKIO_PROOF_REQUIRED'), cost: wholeNumber(environment, 'AUKIO_PROOF_COST', 1_000, 1_000_000) },
    rates: {
      feedback: rateOf(environment, 'AUKIO_RATE_FEEDBACK', { burst: 30, every: 20 }),
      status: rateOf(environment, 'AUKIO_RATE_STATUS', { burst: 10, every: 60 }),
      challenge: rateOf(environment, 'AUKIO_RATE_CHALLENGE', { burst: 60, every: 10 }),
    },
    voting: readVotingSettings(environment, { data, lang: contentLanguage, rate: rateOf(environment, 'AUKIO_RATE_VOTE', { burst: 120, every: 2 }) }, (message) => new WrongSetting(message)),
    logLevel: environment['AUKIO_LOG_LEVEL'] || 'info',
  };
}

/** Several processes have to share a secret, and it may not be in the database: with PostgreSQL it is given. */
function secretOf(environment: Environment, ownFolder: string | undefined): string {
  const secret = environment['AUKIO_SECRET'];
  if (secret !== undefined && secret.length >= 32) return secret;
  if (secret !== undefined || ownFolder === undefined) throw new WrongSetting('AUKIO_SECRET has to be a random text of at least 32 characters, the same for every process and for ever: `openssl rand -base64 32`.');
  return ownSecret(ownFolder);
}

function originOf(text: string): string {
  if (text === '*') return text;
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== text.replace(/\/$/, '')) throw new WrongSetting(`AUKIO_ORIGINS names origins as https://www.example.org, without a path; “${text}” is none.`);
  return origin;
}

function isOn(environment: Environment, name: string): boolean {
  const text = environment[name] || '0';
  if (text !== '0' && text !== '1') throw new WrongSetting(`${name} is 0 or 1.`);
  return text === '1';
}

function wholeNumber(environment: Environment, name: string, standard: number, max: number): number {
  const text = environment[name];
  if (!text) return standard;
  if (!/^\d+$/.test(text) || Number(text) > max) throw new WrongSetting(`${name} is a whole number from 0 to ${max}.`);
  return Number(text);
}

/** `30/20`: thirty at once, then one every 20 seconds. */
function rateOf(environment: Environment, name: string, standard: Rate): Rate {
  const text = environment[name];
  if (!text) return standard;
  const [, burst, every] = /^([1-9]\d*)\/(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (burst === undefined) throw new WrongSetting(`${name} is written as ${standard.burst}/${standard.every}: so many requests at once, then one in so many seconds.`);
  return { burst: Number(burst), every: Number(every) };
}
