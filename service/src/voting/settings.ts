import { join, resolve } from 'node:path';
import type { Rate } from '../http/limits.ts';
import { VoteKeys } from './keys.ts';
import type { VotingSettings } from './options.ts';
import { tokenVerifier } from './tokens.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `claim=value,value`. */
const CLAIM = /^([^=\s]+)=(.+)$/;

/**
 * Settings of voting.
 * @param wrong makes the error of a setting that cannot be used
 */
export function readVotingSettings(environment: Environment, { data, lang, rate }: { readonly data: string; readonly lang: string; readonly rate: Rate }, wrong: (message: string) => Error): VotingSettings {
  return {
    keys: new VoteKeys(resolve(environment['AUKIO_VOTE_KEYS'] || join(data, 'vote-keys'))),
    verifyToken: loginOf(environment, wrong),
    rate,
    city: environment['AUKIO_CITY'] || 'unknown',
    lang,
  };
}

function loginOf(environment: Environment, wrong: (message: string) => Error): VotingSettings['verifyToken'] {
  const [issuer, audience, keys] = ['AUKIO_LOGIN_ISSUER', 'AUKIO_LOGIN_AUDIENCE', 'AUKIO_LOGIN_KEYS'].map((name) => environment[name] || undefined);
  if (issuer === undefined && audience === undefined && keys === undefined) return undefined;
  if (issuer === undefined || audience === undefined || keys === undefined) throw wrong('AUKIO_LOGIN_ISSUER, AUKIO_LOGIN_AUDIENCE and AUKIO_LOGIN_KEYS belong together.');
  if (!URL.canParse(keys) || !/^https?:$/.test(new URL(keys).protocol)) throw wrong('AUKIO_LOGIN_KEYS is the address of a JSON Web Key Set.');
  const areaClaim = environment['AUKIO_LOGIN_AREA'] || undefined;
  const eligible = eligibleOf(environment['AUKIO_LOGIN_ELIGIBLE'] || undefined, wrong);
  return tokenVerifier({ issuer, audience, ...(eligible && { eligible }), ...(areaClaim !== undefined && { areaClaim }) }, new URL(keys), () => new Date());
}

function eligibleOf(text: string | undefined, wrong: (message: string) => Error): { claim: string; values: readonly string[] } | undefined {
  if (text === undefined) return undefined;
  const [, claim, values] = CLAIM.exec(text) ?? [];
  if (claim === undefined) throw wrong('AUKIO_LOGIN_ELIGIBLE is written as claim=value,value.');
  return { claim, values: values!.split(',').map((value) => value.trim()) };
}
