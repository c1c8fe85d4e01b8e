import type { MessageSet } from '../../core/element.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Casting } from './casting.ts';
import type { Tools } from './tools.ts';

export interface LaterPartsOptions {
  readonly addMessages: (set: MessageSet) => Promise<void>;
  /** A part could not be loaded. */
  readonly failed: () => void;
}

/** What is not needed to read the first projects and is loaded after them. */
export class LaterParts {
  /** What follows the first choice. */
  casting: Casting | undefined;
  /** Search, filters, comparison. */
  tools: Tools | undefined;
  /** The way on was pressed, and what it takes could not be loaded. */
  unready = false;
  #castingLoad: Promise<Casting | undefined> | undefined;
  #toolsLoading = false;

  constructor(private readonly host: AukioBudgetVote, private readonly options: LaterPartsOptions) {}

  /** All that follows the first choice is loaded while the network is there, not when the vote is sent from a tunnel. */
  loadCasting(): Promise<Casting | undefined> {
    return (this.#castingLoad ??= this.#import(async () => {
      const { Casting } = await import('./casting.ts');
      await Promise.all(Casting.messages.map((set) => this.options.addMessages(set)));
      this.casting = new Casting(this.host);
      this.unready = false;
      return this.casting;
    }).then((casting) => {
      // It is tried again when it is asked for again.
      if (!casting) this.#castingLoad = undefined;
      return casting;
    }));
  }

  async loadTools(): Promise<void> {
    if (this.#toolsLoading) return;
    this.#toolsLoading = true;
    await this.#import(async () => {
      const { Tools } = await import('./tools.ts');
      await this.options.addMessages(Tools.messages);
      this.tools = new Tools(this.host);
    });
  }

  /** Another ballot has come: what followed the choices of this one is gone. */
  dropCasting(): void {
    // What is still on its way begins with the ballot that is there when it comes.
    if (!this.casting) return;
    this.casting.disconnect();
    this.casting = this.#castingLoad = undefined;
  }

  /** The way on: to the check, or to the sentence that it could not be loaded. */
  async review(): Promise<void> {
    const casting = this.casting ?? (await this.loadCasting());
    this.unready = !casting;
    this.host.requestUpdate();
    if (casting) await casting.review();
    else await this.host.focusOn('.unready');
  }

  async #import<Part>(load: () => Promise<Part>): Promise<Part | undefined> {
    try {
      const part = await load();
      this.host.requestUpdate();
      return part;
    } catch {
      this.options.failed();
      return undefined;
    }
  }
}
