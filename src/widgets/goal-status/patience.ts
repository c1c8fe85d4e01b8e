import type { ReactiveControllerHost } from 'lit';

/**
 * How long goals that could be shown wait for what stands above them, in milliseconds: what comes later than they do
 * pushes down what a person is reading.
 */
export const PATIENCE = 1000;

/** Of so many goals, the first ones do not wait for the summary of them all. */
export const MANY = 300;

/** Waits once, for the first goals of a widget. */
export class Patience {
  /** Whether what is there is to be shown now. */
  over = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  begin(): void {
    this.#timer ??= setTimeout(() => this.end(), PATIENCE);
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    this.host.requestUpdate();
  }
}
