import type { Letter } from './letter.ts';

const CHANNEL = 'aukio-outbox';

type Listener = (letter: Letter) => void;

interface Watching {
  readonly changed: Listener;
  readonly look: () => void;
}

/** Who is told of letters that change: in this page, and in the other pages of the site. */
export class Watchers {
  readonly #watching = new Set<Watching>();
  readonly #others = openChannel();

  /** @param heard another page has told of something */
  constructor(heard: () => void) {
    this.#others?.addEventListener('message', ({ data }: MessageEvent<Letter>) => {
      this.tell(data, false);
      heard();
    });
  }

  /** @param look much may have changed, and nobody tells what. Returns the way out. */
  add(changed: Listener, look: () => void): () => void {
    const watching = { changed, look };
    this.#watching.add(watching);
    return () => this.#watching.delete(watching);
  }

  look(): void {
    this.#call(({ look }) => look());
  }

  /** @param everywhere other pages are told too */
  tell(letter: Letter, everywhere: boolean): void {
    this.#call(({ changed }) => changed(letter));
    if (everywhere) this.#others?.postMessage(letter);
  }

  close(): void {
    this.#others?.close();
  }

  /** One that fails keeps nothing from the others, nor a letter from being sent. */
  #call(tell: (watching: Watching) => void): void {
    for (const watching of this.#watching) {
      try {
        tell(watching);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

/** Where a person lets sites keep nothing, Firefox opens none: pages then do not hear of each other, and each sends what is its own. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}
