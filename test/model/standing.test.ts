import { expect } from '@open-wc/testing';
import { standing } from '../../src/model/standing.ts';

describe('the standing of a number against its target', () => {
  it('is passed with 12 events of 3, and the bar is full but no longer', () => {
    expect(standing(12, 3)).to.deep.equal({ kind: 'passed', ratio: 1 });
  });

  it('is below with 2 events of 3', () => {
    const { kind, ratio } = standing(2, 3);
    expect(kind).to.equal('below');
    expect(ratio).to.be.closeTo(0.667, 0.001);
  });

  it('is met with exactly the target, decimals and zero included', () => {
    for (const number of [3, 4.5, 0, -10]) expect(standing(number, number)).to.deep.equal({ kind: 'met', ratio: 1 });
  });

  it('compares decimals as they are', () => {
    expect(standing(4.49, 4.5).kind).to.equal('below');
    expect(standing(4.51, 4.5).kind).to.equal('passed');
  });

  it('is below with an empty bar for nothing yet, and for a number on the other side of zero', () => {
    expect(standing(0, 3)).to.deep.equal({ kind: 'below', ratio: 0 });
    expect(standing(-2, 3)).to.deep.equal({ kind: 'below', ratio: 0 });
    expect(standing(2, -10)).to.deep.equal({ kind: 'below', ratio: 0 });
  });

  it('passes a target below zero by going further down', () => {
    expect(standing(-12, -10).kind).to.equal('passed');
    expect(standing(-5, -10)).to.deep.equal({ kind: 'below', ratio: 0.5 });
  });

  it('does not judge a number against a target of zero', () => {
    expect(standing(2, 0)).to.deep.equal({ kind: 'none', ratio: 0 });
    expect(standing(-2, 0)).to.deep.equal({ kind: 'none', ratio: 0 });
  });

  it('is none where a number is missing or no number', () => {
    expect(standing(undefined, 3).kind).to.equal('none');
    expect(standing(3, undefined).kind).to.equal('none');
    expect(standing(NaN, 3).kind).to.equal('none');
    expect(standing(Infinity, 3).kind).to.equal('none');
    expect(standing(Infinity, Infinity).kind).to.equal('none');
  });
});
