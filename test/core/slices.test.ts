import { expect } from '@open-wc/testing';
import { inFrames, inSlices } from '../../src/core/slices.ts';

function* busy(items: number, milliseconds: number): Generator<number, string, void> {
  for (let item = 0; item < items; item++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield item;
  }
  return 'done';
}

describe('work in slices', () => {
  it('gives way to the page again and again, in order and to the end', async () => {
    const seen: number[] = [];
    let frames = 0;
    let watching = true;
    const watch = (): void => {
      frames++;
      if (watching) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    const result = await inSlices(busy(100, 2), new AbortController().signal, (items) => seen.push(...items));
    watching = false;
    expect(result).to.equal('done');
    expect(seen).to.deep.equal(Array.from({ length: 100 }, (_, item) => item));
    expect(frames).to.be.greaterThan(1);
  });

  it('tells that it has to wait also where a slice before has handed on all that there is', async () => {
    let loaded: (() => void) | undefined;
    async function* waiting(): AsyncGenerator<number, void, void> {
      yield* busy(1, 20);
      await new Promise<void>((resolve) => (loaded = resolve));
    }
    const told: (readonly [items: readonly number[], loading: boolean])[] = [];
    const work = inSlices(waiting(), new AbortController().signal, (items, loading) => told.push([items, loading]));
    while (told.length < 2) await new Promise((resolve) => setTimeout(resolve));
    loaded!();
    await work;
    expect(told).to.deep.equal([[[0], false], [[], true]]);
  });

  it('stops when it is no longer wanted', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const work = inSlices(busy(100, 3), stop.signal, (items) => {
      seen.push(...items);
      stop.abort(new Error('enough'));
    });
    let reason: unknown;
    await work.catch((error: unknown) => (reason = error));
    expect((reason as Error).message).to.equal('enough');
    expect(seen.length).to.be.lessThan(100);
  });

  it('passes on what the work throws', async () => {
    function* broken(): Generator<number, void, void> {
      yield 1;
      throw new Error('broken');
    }
    let reason: unknown;
    await inSlices(broken(), new AbortController().signal).catch((error: unknown) => (reason = error));
    expect((reason as Error).message).to.equal('broken');
  });
});

describe('work in frames', () => {
  function* steps(count: number, done: number[]): Generator<void, void, void> {
    for (let step = 0; step < count; step++) {
      done.push(step);
      yield;
    }
  }

  it('that is little is done at once', () => {
    const done: number[] = [];
    void inFrames(steps(1000, done), new AbortController().signal);
    expect(done).to.have.length(1000);
  });

  it('that is much lets the browser paint in between, and comes to its end', async () => {
    const done: number[] = [];
    const work = inFrames(steps(20_000, done), new AbortController().signal);
    expect(done.length).to.be.lessThan(20_000);
    await work;
    expect(done).to.have.length(20_000);
  });

  /** How many steps each frame had, where one takes so many milliseconds. */
  const framesOf = async (count: number, milliseconds: number): Promise<number[]> => {
    const { now } = performance;
    let looks = 0;
    performance.now = () => looks++ * milliseconds;
    const frames = new Map<number, number>();
    function* work(): Generator<void, void, void> {
      for (let step = 0; step < count; step++) {
        frames.set(looks, (frames.get(looks) ?? 0) + 1);
        yield;
      }
    }
    try {
      await inFrames(work(), new AbortController().signal);
    } finally {
      performance.now = now;
    }
    return [...frames.values()];
  };

  it('has few frames where the browser is quick with them, and small ones where it is slow', async () => {
    expect(await framesOf(10_000, 10)).to.have.length(2);
    const [, ...later] = await framesOf(10_000, 800);
    expect(later.length).to.be.greaterThan(8);
    for (const frame of later) expect(frame).to.be.at.most(500);
  });

  it('is left when it is no longer wanted', async () => {
    const done: number[] = [];
    const stop = new AbortController();
    const work = inFrames(steps(20_000, done), stop.signal);
    stop.abort(new Error('enough'));
    let reason: unknown;
    await work.catch((error: unknown) => (reason = error));
    expect((reason as Error).message).to.equal('enough');
    expect(done.length).to.be.lessThan(20_000);
  });
});
