import { expect } from '@open-wc/testing';
import { inSlices } from '../../src/core/slices.ts';

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
