import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeedbackService } from '../../src/model/feedback.ts';
import { temporaryData, temporaryFolder } from './pglite-folder.ts';

export interface RunningOptions {
  /** The folder of the data; a new one otherwise, with an empty database unless another one is set. A second service on it continues where the first ended. */
  readonly data?: string;
  /** Topics of the content folder; those of `TOPICS` otherwise. */
  readonly topics?: readonly FeedbackService[];
  /** Settings, as in the service's README. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A module that the process imports before the service. */
  readonly preload?: URL;
}

export interface RunningService {
  /** With a slash at its end. */
  readonly url: string;
  readonly data: string;
  readonly process: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly log: () => string;
  /** Asks it to stop, and waits for its end. @returns its exit code, `null` after a signal */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export const TOPICS: readonly FeedbackService[] = [
  { code: 'muu', name: { fi: 'Muu palaute', sv: 'Övrig respons' }, questions: [] },
  { code: 'saavutettavuus', name: 'Saavutettavuus', answerDays: 14, questions: [] },
  {
    code: 'valaistus', name: 'Katuvalot',
    questions: [
      { code: 'pylvas', kind: 'text', label: 'Pylvään numero', required: false },
      { code: 'vika', kind: 'choice', label: 'Mikä on vialla?', required: true, options: [{ code: 'pimea', name: 'Ei pala' }, { code: 'vilkkuu', name: 'Vilkkuu' }] },
    ],
  },
];

const SERVICE = fileURLToPath(new URL('..', import.meta.url));

/** Starts the service as its own process on a free port of this machine; it ends with the process that started it. */
export async function startService({ data: given, topics = TOPICS, environment = {}, preload }: RunningOptions = {}): Promise<RunningService> {
  const data = given ?? (environment['DATABASE_URL'] ? temporaryFolder() : await temporaryData());
  mkdirSync(join(data, 'content'), { recursive: true });
  writeFileSync(join(data, 'content', 'feedback-services.json'), JSON.stringify({ services: topics }));
  const preloads = preload ? ['--import', preload.href] : [];
  const child = spawn(process.execPath, ['--import', 'tsx', ...preloads, 'src/main.ts'], {
    cwd: SERVICE,
    env: { ...process.env, DATABASE_URL: '', AUKIO_DATA: data, AUKIO_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').finally(() => process.off('exit', kill));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/\S+/.exec((out += text));
      if (found) resolve(found[0]);
    });
    void ended.then(([code]) => reject(new Error(`The service ended with ${code}: ${log}`)));
  });
  // A test that fails before it stops the service ends all the same.
  holdOn(child, false);
  return {
    url, data, process: child,
    log: () => log,
    async stop(signal = 'SIGTERM') {
      holdOn(child, true);
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** Whether this process waits for the child before it ends. */
function holdOn(child: ChildProcess, wait: boolean): void {
  for (const handle of [child, child.stdout, child.stderr] as unknown as { ref(): void; unref(): void }[]) {
    if (wait) handle.ref();
    else handle.unref();
  }
}
