import { readBallot } from '../../../src/model/ballot-json.ts';
import type { Ballot } from '../../../src/model/ballot.ts';
import { BrokenFile, packed, type Copy, type Packed } from '../content/document.ts';
import type { ContentFolder, FileFault } from '../content/folder.ts';
import type { Queryable } from '../database/database.ts';
import { frozenRules } from './frozen.ts';

export interface CurrentBallot {
  readonly ballot: Ballot;
  /** As it is served. */
  readonly document: Packed;
}

/** What an editor has to put right. */
export type BallotFileFault = FileFault & { readonly code: 'rules-frozen' | 'id-not-file-name' };

/** What a ballot's file comes to. */
interface Look {
  readonly current?: CurrentBallot;
  readonly fault?: BallotFileFault;
}

/**
 * Ballots of the content folder, one file for each: `ballot/<id>.json`. Once somebody has voted, a file with other rules is told
 * and not used: the ballot goes on as it was at the first vote.
 */
export class Ballots {
  readonly #told = new Set<string>();

  /** @param onFault told once for each version of a file */
  constructor(private readonly content: ContentFolder, private readonly database: Queryable, private readonly lang: string, private readonly onFault: (fault: BallotFileFault) => void) {}

  ids(): Promise<readonly string[]> {
    return this.content.ids('ballot');
  }

  /** @throws {BrokenFile} where the file is broken, was never read before, and nobody has voted */
  async current(id: string): Promise<CurrentBallot | undefined> {
    return (await this.#look(id)).current;
  }

  /** Every ballot that can be used: a file that is broken hides no other. */
  async all(): Promise<readonly CurrentBallot[]> {
    return (await this.#looks()).flatMap(({ current }) => current ?? []);
  }

  /** What is wrong in the files beyond what the folder tells of each by itself. */
  async faults(): Promise<readonly BallotFileFault[]> {
    return (await this.#looks()).flatMap(({ fault }) => fault ?? []);
  }

  async #looks(): Promise<readonly Look[]> {
    return Promise.all((await this.ids()).map((id) => this.#look(id).catch((error: unknown): Look => {
      if (error instanceof BrokenFile) return {};
      throw error;
    })));
  }

  async #look(id: string): Promise<Look> {
    const copy = await this.content.read('ballot', id).catch((error: unknown) => {
      if (error instanceof BrokenFile) return error;
      throw error;
    });
    if (!copy) return {};
    const [round] = await this.database.query<{ rules: string; document: string }>('SELECT rules, document FROM voting_round WHERE ballot = $1', [id]);
    if (copy instanceof BrokenFile) {
      // A service that starts in the middle of a vote has no good copy of its own; the folder tells what is wrong.
      if (round) return { current: await this.#frozen(round.document) };
      throw copy;
    }
    const file = `ballot/${id}.json`;
    const ballot = copy.accepted.data as Ballot;
    if (ballot.id !== id) return { fault: this.#tell(copy, { file, code: 'id-not-file-name', served: false }) };
    if (!round || round.rules === frozenRules(ballot)) return { current: { ballot, document: copy } };
    return { current: await this.#frozen(round.document), fault: this.#tell(copy, { file, code: 'rules-frozen', served: true }) };
  }

  async #frozen(document: string): Promise<CurrentBallot> {
    const reading = readBallot(JSON.parse(document), { lang: this.lang });
    for (;;) {
      const { done, value } = reading.next();
      if (done) return { ballot: value.data, document: await packed(document) };
    }
  }

  #tell({ hash }: Copy, fault: BallotFileFault): BallotFileFault {
    const key = `${fault.file} ${hash} ${fault.code}`;
    if (!this.#told.has(key)) {
      this.#told.add(key);
      this.onFault(fault);
    }
    return fault;
  }
}
