import type { MessageSet } from '../../core/element.ts';
import type { AukioBudgetVote } from './budget-vote.ts';
import type { Casting } from './casting.ts';
import type { Tools } from './tools.ts';

export interface LaterPartsOptions {
  readonly addMessages: (set: MessageSet) => Promise<void>;
  /** Loads a part. @param again where it does not come, it can be asked for once more */
  readonly load: <Part>(load: () => Promise<Part>, again?: () => void) => Promise<Part | undefined>;
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
    return (this.#castingLoad ??= this.options.load(async () => {
      const { Casting } = await import('./casting.ts');
      await Promise.all(Casting.messages.map((set) => this.options.addMessages(set)));
      this.casting = new Casting(this.host);
      this.unready = false;
      this.host.requestUpdate();
      return this.casting;
    }, () => (this.#castingLoad = undefined)));
  }

  async loadTools(): Promise<void> {
    if (this.#toolsLoading) return;
    this.#toolsLoading = true;
    await this.options.load(async () => {
      const { Tools } = await import('./tools.ts');
      await this.options.addMessages(Tools.messages);
      this.tools = new Tools(this.host);
      this.host.requestUpdate();
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
}
