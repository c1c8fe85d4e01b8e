import { expect } from '@open-wc/testing';
import { createLeaveGuard } from '../../src/core/leave-guard.ts';

/** Whether the browser would ask before the page is left. */
function asks(): boolean {
  return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('leaving a page', () => {
  it('is asked about while unsent words stand in it, and never otherwise', () => {
    const guard = createLeaveGuard();
    expect(asks()).to.equal(false);
    guard.hold(true);
    guard.hold(true);
    expect(asks()).to.equal(true);
    guard.hold(false);
    expect(asks()).to.equal(false);
  });

  it('is asked about as long as one of several forms has unsent words', () => {
    const [one, other] = [createLeaveGuard(), createLeaveGuard()];
    one.hold(true);
    other.hold(true);
    other.hold(false);
    expect(asks()).to.equal(true);
    one.hold(false);
    expect(asks()).to.equal(false);
  });
});
