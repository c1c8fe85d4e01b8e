import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import type { Ballot, Project } from '../../src/model/ballot.ts';
import { RefusedDocument, type Accepted, type Fault } from '../../src/model/gate.ts';
import { ballotResource, ballotsResource } from '../../src/model/ballots-resource.ts';
import { ballotSchema, ballotsSchema } from '../../src/model/ballots-schema.ts';

async function read(raw: unknown, lang = 'fi'): Promise<Accepted<Ballot> & { readonly seen: readonly Project[] }> {
  const seen: Project[] = [];
  const reading = ballotResource.accept(raw, { lang });
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) seen.push(step.value);
  return { ...step.value, seen };
}

async function refused(raw: unknown): Promise<Fault | undefined> {
  try {
    await read(raw);
    return undefined;
  } catch (error) {
    expect(error).to.be.instanceOf(RefusedDocument);
    return (error as RefusedDocument).fault;
  }
}

async function refusal(raw: unknown): Promise<string | undefined> {
  return (await refused(raw))?.place?.column;
}

const small = {
  id: 'pieni', title: 'Pieni', opensAt: '2026-09-01T08:00:00+03:00', closesAt: '2026-09-30T20:00:00+03:00', budget: 100_000,
  binding: { kind: 'binding' }, ties: { order: ['lower-cost'] }, rules: { method: 'approval', max: 1 }, rulesVersion: '1',
  projects: [{ id: 'penkki', title: 'Penkki', title_sv: 'Bänk', cost: 50_000 }],
};

describe('A ballot read from JSON', () => {
  for (const [name, projects] of Object.entries({ 'single-choice': 5, 'advisory': 10, 'large-city': 80, 'points': 6, 'ranking': 6 })) {
    it(`is accepted with nothing to tell the editor: ${name}`, async () => {
      const raw: unknown = await (await fetch(`/fixtures/ballots/${name}.json`)).json();
      const { data, count, skipped, notes, seen } = await read(raw);
      expect(v.is(ballotSchema, raw)).to.be.true;
      expect(v.is(ballotsSchema, { ballots: [raw] })).to.be.true;
      expect(skipped).to.deep.equal([]);
      expect(notes).to.deep.equal([]);
      expect(count).to.equal(projects);
      expect(data.projects).to.deep.equal(seen);
    });
  }

  it('has what follows from what it says', async () => {
    const { data } = await read(small);
    expect(data.phase).to.equal('vote');
    expect(data.rule).to.equal('greedy');
    expect(data.rules).to.deep.equal({ method: 'approval', min: 1, max: 1, limits: [] });
    expect(data.projects[0]!.title).to.deep.equal({ fi: 'Penkki', sv: 'Bänk' });
    const knapsack = await read({ ...small, budget: 33_333, projects: [{ ...small.projects[0], cost: 33_333 }], rules: { method: 'knapsack', minSpendPercent: 70 } });
    // 70 % of 333,33 € are 233,331 €: rounded up to the cent.
    expect(knapsack.data.rules).to.deep.equal({ method: 'knapsack', min: 1, maxSpend: 33_333, minSpend: 23_334, limits: [] });
  });

  it('loses a faulty project and no other', async () => {
    const { data, skipped } = await read({ ...small, projects: [{ id: 'x', title: 'X', cost: 12.5 }, ...small.projects, small.projects[0], 'Keinu', { id: 'a b', title: 'Y', cost: 1 }] });
    expect(data.projects.map(({ id }) => id)).to.deep.equal(['penkki']);
    expect(skipped).to.deep.equal([
      { code: 'field-wrong', place: { item: 1, column: 'cost' } },
      { code: 'project-twice', place: { item: 3 }, values: { value: 'penkki' } },
      { code: 'field-wrong', place: { item: 4 } },
      { code: 'field-wrong', place: { item: 5, column: 'id' } },
    ]);
  });

  it('is refused, with the field that it cannot be without', async () => {
    expect(await refusal('no ballot')).to.equal('ballots');
    expect(await refusal({ ...small, projects: undefined })).to.equal('projects');
    for (const field of ['id', 'title', 'opensAt', 'closesAt', 'budget', 'binding', 'rules', 'rulesVersion']) expect(await refusal({ ...small, [field]: undefined }), field).to.equal(field);
    expect(await refusal({ ...small, budget: 10.5 })).to.equal('budget');
    expect(await refusal({ ...small, rules: { method: 'lottery' } })).to.equal('rules.method');
  });

  it('has no times of days that the calendar does not have', async () => {
    for (const field of ['opensAt', 'closesAt']) expect(await refusal({ ...small, [field]: '2026-09-31T20:00:00+03:00' }), field).to.equal(field);
    const { data, notes } = await read({ ...small, serverTime: '2026-02-29T08:00:00Z' });
    expect([data.serverTime, notes]).to.deep.equal([undefined, [{ code: 'field-wrong', place: { column: 'serverTime' } }]]);
    const published = (publishedAt: string, id = 'kelo') => ({ ...small.projects[0], id, publishedAt });
    const { skipped } = await read({ ...small, projects: [...small.projects, published('2026-02-30'), published('2026-13-01T08:00:00Z'), published('2028-02-29', 'polku')] });
    expect(skipped).to.deep.equal([2, 3].map((item) => ({ code: 'field-wrong', place: { item, column: 'publishedAt' } })));
  });

  it('is shown and cannot be voted on where its phase is not known', async () => {
    const { data, notes } = await read({ ...small, phase: 'balloting' });
    expect(data.phase).to.equal(undefined);
    expect(notes).to.deep.equal([{ code: 'phase-unknown', place: { column: 'phase' }, values: { value: 'balloting' } }]);
  });

  it('has no link or picture that could run a script', async () => {
    const { data, notes } = await read({ ...small, projects: [{ ...small.projects[0], link: 'javascript:alert(1)', picture: { src: 'data:text/html,x', alt: '' } }] });
    expect(data.projects[0]).to.not.have.any.keys('link', 'picture');
    expect(notes.map(({ code, place }) => [code, place?.column])).to.deep.equal([['link-unsafe', 'picture.src'], ['link-unsafe', 'link']]);
  });

  it('tells the editor what is wrong with its rules', async () => {
    const { notes } = await read({ ...small, rules: { method: 'approval', max: 4 } });
    expect(notes).to.deep.equal([{ code: 'max-over-projects', values: { max: 4, count: 1 } }]);
  });

  it('may fund the first project that does not fit in part, and says what was decided about money later', async () => {
    const decided = { kind: 'part', granted: 150_000, note: { fi: 'Pienempänä', sv: 'Mindre' } };
    const { data, skipped } = await read({ ...small, partFundingPercent: 80, projects: [{ ...small.projects[0], funding: decided }] });
    expect(skipped).to.deep.equal([]);
    expect([data.partFundingPercent, data.projects[0]!.funding]).to.deep.equal([80, decided]);
    for (const partFundingPercent of [0, 100, 79.5, '80']) {
      const odd = await read({ ...small, partFundingPercent });
      expect(odd.data.partFundingPercent).to.equal(undefined);
      expect(odd.notes, String(partFundingPercent)).to.deep.equal([{ code: 'field-wrong', place: { column: 'partFundingPercent' } }]);
    }
  });

  it('stands beside others, of which a refused one is told', async () => {
    const reading = ballotsResource.accept({ ballots: [small, { ...small, id: 'toinen', budget: -1 }, { ...small, id: 'kolmas' }] }, { lang: 'fi' });
    let step = await reading.next();
    while (!step.done) step = await reading.next();
    expect(step.value.data.map(({ id }) => id)).to.deep.equal(['pieni', 'kolmas']);
    expect(step.value.skipped).to.deep.equal([{ code: 'field-wrong', place: { column: 'budget', item: 2 } }]);
  });

  it('tells how voters are identified and what the server\'s clock shows, where it says so', async () => {
    const { data } = await read({ ...small, identification: ['code', 'token', 'code'], identificationFor: { code: { fi: 'Koululaiset', sv: 'Elever' }, token: 'Aikuiset' }, serverTime: '2026-09-10T12:00:00+03:00' });
    expect(data.identification).to.deep.equal(['code', 'token']);
    expect(data.identificationFor).to.deep.equal({ code: { fi: 'Koululaiset', sv: 'Elever' }, token: 'Aikuiset' });
    expect(data.serverTime).to.equal('2026-09-10T12:00:00+03:00');
    const silent = await read(small);
    expect(silent.data.identification).to.deep.equal(['open']);
    expect('serverTime' in silent.data).to.equal(false);
    expect(await refusal({ ...small, identification: ['fingerprint'] })).to.match(/^identification/);
  });

  it('is refused where somebody could vote in two ways and count twice', async () => {
    const code = async (fields: object): Promise<string> => (await refused({ ...small, ...fields }))!.code;
    expect(await code({ identification: ['code', 'open'], identificationFor: { code: 'Koululaiset' } })).to.equal('open-beside-others');
    for (const identificationFor of [undefined, {}, { code: 'Koululaiset' }, { code: 'Koululaiset', token: '' }]) expect(await code({ identification: ['code', 'token'], identificationFor })).to.equal('ways-overlap');
    const fault = await refused({ ...small, identification: ['code', 'token'] });
    expect(fault).to.deep.equal({ code: 'ways-overlap', place: { column: 'identificationFor' }, values: { value: 'code, token' } });
  });
});
