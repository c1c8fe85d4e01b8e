import { expect } from '@open-wc/testing';
import { DRAFT_DAYS, formName, openDraft, type Draft } from '../../src/core/draft.ts';

const FORM = formName('aukio-feedback-form', '/api');
const FIELDS = ['topic', 'message'] as const;
const DAY = 86_400_000;

const realNow = Date.now;
let later = 0;

function open(options = {}, form = FORM): Draft<'topic' | 'message'> {
  // Each page opens a little later than the one before.
  later += 1000;
  return openDraft(form, FIELDS, options);
}

beforeEach(() => {
  localStorage.clear();
  later = 0;
  Date.now = () => realNow() + later;
});
afterEach(() => {
  Date.now = realNow;
});

const words = (message: string): { topic: string; message: string } => ({ topic: 'kadut', message });

describe('a draft', () => {
  it('is there again after a reload, under the same key', () => {
    const before = open();
    expect(before.found).to.equal(undefined);
    before.save(words('Katuvalo'));
    const after = open();
    expect([after.found?.fields, after.key, after.keeping]).to.deep.equal([words('Katuvalo'), before.key, 'device']);
    expect(after.key).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('is gone after seven days, also where another form looks', () => {
    open().save(words('Katuvalo'));
    later += (DRAFT_DAYS - 1) * DAY;
    expect(open().found?.fields).to.deep.equal(words('Katuvalo'));
    later += 2 * DAY;
    open({}, 'aukio-budget-vote  /').save(words('x'));
    expect(open().found).to.equal(undefined);
    expect(localStorage.length).to.equal(1);
  });

  it('belongs to one form on one page', () => {
    open().save(words('Katuvalo'));
    expect(open({}, formName('aukio-feedback-form', '/other')).found).to.equal(undefined);
    expect(open({}, `${FORM}/subpage`).found).to.equal(undefined);
  });

  it('is erased when all fields are empty, when the person says so, and when it was sent', () => {
    for (const end of [(draft: Draft<'topic' | 'message'>) => draft.save({ topic: '', message: ' ' }), (draft: Draft<'topic' | 'message'>) => draft.erase(), (draft: Draft<'topic' | 'message'>) => draft.finish()]) {
      const draft = open();
      draft.save(words('Katuvalo'));
      end(draft);
      expect(localStorage.length).to.equal(0);
    }
  });

  it('gets another key once it was sent', () => {
    const draft = open();
    const { key } = draft;
    draft.save(words('Katuvalo'));
    draft.finish();
    draft.save(words('Penkki'));
    expect(draft.key).not.to.equal(key);
    expect(open().key).to.equal(draft.key);
  });

  it('goes on as new words, or as those of a letter that waited', () => {
    open().save(words('Katuvalo'));
    const draft = open();
    const { key } = draft;
    draft.renew();
    expect([draft.key === key, open().found?.fields, open().key]).to.deep.equal([false, words('Katuvalo'), draft.key]);
    draft.resume('3f1c');
    expect([draft.key, open().key]).to.deep.equal(['3f1c', '3f1c']);
  });
});

describe('drafts in two tabs', () => {
  it('never overwrite each other, and begin with the newest words', () => {
    const one = open();
    one.save(words('Katuvalo'));
    const other = open();
    expect(other.key).to.equal(one.key);
    later += 1;
    other.save(words('Katuvalo on rikki'));
    later += 1;
    one.save(words('Katuvalo ja penkki'));
    expect(open().found?.fields).to.deep.equal(words('Katuvalo ja penkki'));
    one.erase();
    expect(open().found?.fields).to.deep.equal(words('Katuvalo on rikki'));
  });

  it('go together when one is sent, but for what the other has written since', () => {
    const one = open();
    one.save(words('Katuvalo'));
    open().finish();
    expect(localStorage.length).to.equal(0);

    one.save(words('Katuvalo'));
    const other = open();
    later += 1;
    one.save(words('Katuvalo ja penkki'));
    other.save(words('Katuvalo on rikki'));
    other.finish();
    expect(open().found?.fields).to.deep.equal(words('Katuvalo ja penkki'));
  });

  it('do not overwrite each other when a page comes back from the cache of pages', () => {
    const before = open();
    before.save(words('Katuvalo'));
    const after = open();
    later += 1;
    after.save(words('Katuvalo on rikki'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    later += 1;
    before.save(words('Katuvalo ja penkki'));
    expect(open().found?.fields).to.deep.equal(words('Katuvalo ja penkki'));
    before.erase();
    expect(open().found?.fields).to.deep.equal(words('Katuvalo on rikki'));
  });

  it('are erased with all that was written, also before the page was in the cache of pages', () => {
    const draft = open();
    draft.save(words('Katuvalo'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    draft.save(words('Katuvalo on rikki'));
    draft.erase();
    expect(localStorage.length).to.equal(0);
  });
});

describe('where no draft may or can be kept', () => {
  it('nothing is kept on a shared device, and what was is erased', () => {
    open().save(words('Katuvalo'));
    const draft = open();
    draft.share(true);
    draft.save(words('Katuvalo on rikki'));
    expect([draft.keeping, localStorage.length]).to.deep.equal(['off', 0]);
    draft.share(false);
    expect([draft.keeping, open().found?.fields]).to.deep.equal(['device', words('Katuvalo on rikki')]);
    expect(open({ shared: true }).found).to.equal(undefined);
  });

  it('it says that storage is blocked, and goes on', () => {
    const draft = open();
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', { configurable: true, get: () => { throw new DOMException('no', 'SecurityError'); } });
    try {
      draft.save(words('Katuvalo'));
      expect([draft.keeping, open().keeping, open().found]).to.deep.equal(['blocked', 'blocked', undefined]);
      draft.finish();
    } finally {
      Object.defineProperty(window, 'localStorage', real);
    }
    draft.save(words('Katuvalo'));
    expect(draft.keeping).to.equal('device');
  });

  it('an old library of the page does not spoil it', () => {
    const prototype = String.prototype as { toJSON?: () => string };
    prototype.toJSON = () => '"spoilt"';
    try {
      open().save(words('Katuvalo'));
    } finally {
      delete prototype.toJSON;
    }
    expect(open().found?.fields).to.deep.equal(words('Katuvalo'));
  });
});
