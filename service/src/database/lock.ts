import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { faultCode } from './faults.ts';

/** Who holds the folder. */
interface Holder {
  readonly pid: number;
  /** When it started, as the system tells it: a number of a process is given again. */
  readonly started: string;
  /** Where its number means something: this machine since it was switched on, and the container. */
  readonly realm: string;
  readonly token: string;
}

/** How often the holder shows that it lives, for those who cannot see its process: other containers. Milliseconds. */
const RENEWAL = 5_000;
const SILENCE = 6 * RENEWAL;

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Keeps every other process off the embedded database's folder, where a second one would lose writes without a word. The
 * file stands beside the folder and ends in `.lock`; one that a killed process left is taken over.
 * @returns what releases it
 * @throws {FolderInUse} where a living process has it
 */
export function holdFolder(folder: string): () => void {
  const file = `${folder.replace(/[/\\]+$/, '')}.lock`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', realm: realm(), token: randomUUID() };
  while (!created(file, own)) removeStale(file);
  const renewal = setInterval(() => renew(file), RENEWAL).unref();
  return () => {
    clearInterval(renewal);
    if (holderIn(file)?.token === own.token) rmSync(file, { force: true });
  };
}

function renew(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    // Somebody removed it by hand; that is no reason to stop in the middle of the day.
    if (faultCode(error) !== 'ENOENT') throw error;
  }
}

function created(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (faultCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(file: string): void {
  const holder = holderIn(file);
  if (!isStale(file, holder)) throw new FolderInUse(`Process ${holder?.pid ?? '(unknown)'} uses the database folder: ${file}. Stop it first; the embedded database takes one process.`);
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    // Another process may have taken over since: what was moved aside is then its own, and goes back.
    if (holderIn(aside)?.token !== holder?.token) linkSync(aside, file);
  } finally {
    rmSync(aside);
  }
}

function isStale(file: string, holder: Holder | undefined): boolean {
  if (holder?.realm === realm()) return startOf(holder.pid) !== holder.started;
  const seen = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return seen === undefined || Date.now() - seen > SILENCE;
}

/** `undefined` where the file is gone, or was cut off while it was written. */
function holderIn(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function realm(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** `undefined` where no such process runs. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (faultCode(error) === 'ESRCH') return undefined;
  }
  try {
    // The 22nd field of the line; the 2nd is the name in parentheses, which may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19];
  } catch {
    return process.platform === 'win32' ? '' : startByPs(pid);
  }
}

function startByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
