import { html, nothing, type TemplateResult } from 'lit';
import { renderChoices, renderText } from '../../core/fields.ts';
import type { Identification as Way } from '../../model/ballot.ts';
import { foldedCode } from '../../model/codes.ts';
import { BeforeVoteSendEvent } from './budget-vote.events.ts';
import type { AukioBudgetVote } from './budget-vote.ts';

/** The scheme of the `Authorization` header with which a personal code is sent. */
const CODE_SCHEME = 'Code';

/**
 * What the page and the voter answered.
 * - `given`: `authorization` goes with the vote; without it the vote is open.
 * - `missing`: she has to write something first, or the login gave nothing.
 * - `taken`: the page has taken over.
 */
export type Identified = { readonly state: 'given'; readonly authorization?: string } | { readonly state: 'missing' | 'taken' };

type Fault = 'way-missing' | 'code-missing' | 'code-wrong' | 'code-refused' | 'login-missing' | 'login-failed' | 'login-refused';

/** Who votes is asked last, in the way that the ballot says, or in the one of several that is for the voter; nothing of it is kept. */
export class Identification {
  #chosen: Way | undefined;
  #code = '';
  #fault: Fault | undefined;

  constructor(private readonly host: AukioBudgetVote) {}

  /** The way that holds; nothing until the voter has taken one of several. */
  get way(): Way | undefined {
    const { identification } = this.host.ballot;
    return identification.length > 1 ? identification.find((way) => way === this.#chosen) : identification[0];
  }

  /** Where to go on: what has to be mended, or the button that sends. */
  get place(): string {
    if (this.#fault === 'way-missing') return 'voter-way';
    return this.#fault && this.way === 'code' ? 'voter-code' : '.send';
  }

  /** What is wrong, in words. */
  get fault(): string | undefined {
    return this.#fault && this.host.speaker.say(this.#fault);
  }

  /** Asks the page, and takes the code where one is needed. */
  async identify(): Promise<Identified> {
    const { host } = this;
    const { id } = host.ballot;
    const identification = this.way;
    this.#fault = undefined;
    if (!identification) return this.#miss('way-missing');
    const code = foldedCode(this.#code);
    if (identification === 'code' && !code) return this.#miss(this.#code.trim() ? 'code-wrong' : 'code-missing');
    let asked = false as boolean;
    let answer: string | undefined | Promise<string | undefined>;
    const event = new BeforeVoteSendEvent({
      ballot: id,
      identification,
      authorize: (authorization) => {
        asked = true;
        answer = authorization;
      },
    });
    const goesOn = host.dispatchEvent(event);
    if (asked) return this.#answered(answer);
    if (!goesOn) return { state: 'taken' };
    if (identification === 'token') return this.#miss('login-missing');
    return identification === 'code' ? { state: 'given', authorization: `${CODE_SCHEME} ${code}` } : { state: 'given' };
  }

  async #answered(answer: string | undefined | Promise<string | undefined>): Promise<Identified> {
    // What goes wrong in the page's login is the page's; here it is a login that gave nothing.
    const authorization = await Promise.resolve(answer).catch(() => undefined);
    return authorization ? { state: 'given', authorization } : this.#miss('login-failed');
  }

  #miss(fault: Fault): Identified {
    this.#fault = fault;
    return { state: 'missing' };
  }

  /** The service did not accept it. */
  refuse(): void {
    this.#fault = this.way === 'token' ? 'login-refused' : 'code-refused';
  }

  forget(): void {
    this.#chosen = undefined;
    this.#code = '';
    this.#fault = undefined;
  }

  render(): unknown {
    return [this.host.ballot.identification.length > 1 ? this.#renderWays() : nothing, this.#renderWay()];
  }

  #renderWays(): TemplateResult {
    const { say } = this.host.speaker;
    return renderChoices(
      { name: 'voter-way', label: say('way'), error: this.#fault === 'way-missing' ? this.fault : undefined },
      {
        options: this.#ways.map((way) => ({ value: way, text: say(`way-${way}`), hint: this.#hint(way) })),
        chosen: this.way ? [this.way] : [],
        choose: ([way]) => {
          this.#chosen = this.#ways.find((one) => one === way);
          this.#mended();
        },
      },
    );
  }

  /** Those of which each is for other people. */
  get #ways(): readonly ('code' | 'token')[] {
    return this.host.ballot.identification.filter((way) => way !== 'open');
  }

  /** For whom a way is. */
  #hint(way: Way): string {
    const { ballot: { identificationFor = {} }, speaker } = this.host;
    return speaker.word(identificationFor[way] ?? '').text;
  }

  #renderWay(): unknown {
    const { say } = this.host.speaker;
    switch (this.way) {
      case undefined:
        return nothing;
      case 'code':
        return renderText(
          { name: 'voter-code', label: say('code'), hint: say('code-hint'), error: this.fault },
          { value: this.#code, type: (code) => this.#type(code) },
        );
      case 'token':
        return html`<p>${say('login-next')}</p>${this.fault ? html`<p class="fault" part="fault">${this.fault}</p>` : nothing}`;
      case 'open':
        return this.fault ? html`<p class="fault" part="fault">${this.fault}</p>` : nothing;
    }
  }

  #type(code: string): void {
    this.#code = code;
    this.#mended();
  }

  #mended(): void {
    this.#fault = undefined;
    this.host.requestUpdate();
  }
}
