import { expect } from '@open-wc/testing';
import { cleanFile, type FileType } from '../../builder/downloads.ts';
import type { AukioBuilder } from '../../builder/builder.ts';
import type { Channels } from '../../src/model/channels.ts';
import type { GoalReports } from '../../src/model/goals.ts';
import { builderIn, example, exampleFile, fill, find, paste, problems, snippet, told } from './page.ts';
import { tableOf, ROWS, until } from '../widgets/pages.ts';

/** What a resident could see of the goals. */
function seen({ goals, periods }: GoalReports): unknown {
  const said = goals.map(({ title, focus, line, responsible, measures, reports }) => ({
    title, focus, line, responsible, measures,
    reports: reports.map(({ actuals, state, forecast }) => ({ actuals, state: state?.code, forecast: forecast?.code, words: [state?.word, forecast?.word] })),
  }));
  return { said, periods: periods.map(({ label, asOf, body }) => ({ label, asOf, body })) };
}

function goalsOf(builder: AukioBuilder): GoalReports {
  return builder.reading?.accepted?.data as GoalReports;
}

/** What a resident could see of the channels; the JSON keeps what a table says of them, and no addresses of its own making. */
function named(builder: AukioBuilder): unknown {
  return (builder.reading?.accepted?.data as Channels).channels.map(({ id: _, ...channel }) => channel);
}

/** The file that a button would give, taken in again by another builder. */
async function again(builder: AukioBuilder, type: FileType): Promise<AukioBuilder> {
  const { content, mediaType } = await cleanFile(type, { name: 'tavoitteet', lang: builder.contentLang, data: goalsOf(builder), draft: builder.draft, goals: builder.widget === 'goal-status' });
  const other = await builderIn('fi');
  if (builder.widget !== 'goal-status') await fill(other, 'widget', builder.widget);
  await other.bringFile(new File([content], `tavoitteet.${type}`, { type: mediaType }));
  await other.updateComplete;
  return other;
}

describe('a file of the editor’s', () => {
  for (const [path, count] of [['files/tavoitteet-tammi-heinakuu-2026.docx', 13], ['files/tavoitteiden-luvut-2026.xlsx', 1], ['files/tavoitteet-tammi-heinakuu-2026.csv', 1], ['goals/report-2026.json', 1]] as const) {
    it(`${path.replace(/^.*\./, '')} is read, shown as a table and can be embedded`, async () => {
      const builder = await builderIn('fi');
      await builder.bringFile(await exampleFile(path));
      await builder.updateComplete;
      expect(builder.reading?.accepted?.count).to.be.at.least(count);
      expect(builder.renderRoot.querySelectorAll('.mend-table textarea').length).to.be.above(10);
      await until(() => builder.readBack !== undefined, 'the snippet has been read back');
      expect(builder.readBack?.accepted?.count).to.equal(builder.reading?.accepted?.count);
      expect(await snippet(builder)).to.include('<table>');
    });
  }

  it('is taken when it is dropped', async () => {
    const builder = await builderIn('fi');
    const dropped = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(dropped, 'dataTransfer', { value: { files: [await exampleFile('files/tavoitteet-tammi-heinakuu-2026.csv')] } });
    find(builder, '.drop').dispatchEvent(dropped);
    await told(builder, /Luettiin \d+ kohtaa/);
    expect(dropped.defaultPrevented).to.be.true;
  });

  it('that is of another kind is named, with what to do', async () => {
    const builder = await builderIn('fi');
    await builder.bringFile(new File(['%PDF-1.7 …'], 'raportti.pdf', { type: 'application/pdf' }));
    await builder.updateComplete;
    expect(problems(builder)).to.deep.equal(['Tämä on PDF. Vie sivustolle se Word- tai Excel-tiedosto, josta PDF on tehty.']);
  });

  it('at an address is fetched, and the snippet links it', async () => {
    const builder = await builderIn('fi');
    await builder.bringAddress('/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv');
    await builder.updateComplete;
    await fill(builder, 'link-text', 'Tavoitteet 2026 (CSV)');
    expect(await snippet(builder)).to.include('data-src="/fixtures/files/tavoitteet-tammi-heinakuu-2026.csv"').and.to.include('Tavoitteet 2026 (CSV)</a>').and.not.to.include('<table>');
    await fill(builder, 'cell-0-1-0', 'Toinen');
    expect(builder.renderRoot.textContent).to.include('Sivustollasi oleva tiedosto on vielä ennallaan');
  });

  it('that is not there is said in words', async () => {
    const builder = await builderIn('fi');
    await builder.bringAddress('/fixtures/files/ei-ole.csv');
    await builder.updateComplete;
    expect(problems(builder)[0]).to.include('Palvelimella ei ole tällaista tiedostoa');
  });
});

describe('the cleaned file', () => {
  for (const type of ['csv', 'xlsx', 'json'] as const) {
    it(`as ${type} gives the same goals to our own readers`, async () => {
      const builder = await builderIn('fi');
      paste(builder, { markup: await example('goals/word-table.html') });
      await told(builder, /Luettiin 13 kohtaa/);
      await fill(builder, 'option-body', 'Hyvinvointilautakunta');
      await fill(builder, 'option-as-of', '2026-07-31');
      await until(() => goalsOf(builder).periods.every(({ body }) => body), 'it is read anew');
      expect(seen(goalsOf(await again(builder, type)))).to.deep.equal(seen(goalsOf(builder)));
    });

    it(`as ${type} keeps numbers, targets and several periods`, async () => {
      const builder = await builderIn('fi');
      await builder.bringFile(await exampleFile('files/tavoitteiden-luvut-2026.xlsx'));
      expect(seen(goalsOf(await again(builder, type)))).to.deep.equal(seen(goalsOf(builder)));
    });
  }

  it('holds what was mended, and text that looks like a formula as text', async () => {
    const builder = await builderIn('fi');
    paste(builder, { markup: tableOf(ROWS) });
    await told(builder, /Luettiin 3 kohtaa/);
    await fill(builder, 'cell-0-1-1', '=1+1\n- toinen <b>');
    await until(() => goalsOf(builder).goals[0]?.measures.length === 2, 'it is read anew');
    for (const type of ['csv', 'xlsx'] as const) expect(goalsOf(await again(builder, type)).goals[0]?.measures.map(({ text }) => text)).to.deep.equal(['=1+1', '- toinen <b>']);
  });

  it('of channels whose rows have headers has a row for each of them, and their group', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    paste(builder, { markup: '<table><tr><th>Kanava</th><th>Puhelin</th></tr><tr><th colspan="2">Asiointi</th></tr><tr><th scope="row">Asiakaspalvelu</th><td>06 000 1200</td></tr><tr><th scope="row">Kirjasto</th><td>06 000 1300</td></tr></table>' });
    await told(builder, /Luettiin 2 kohtaa/);
    const { content } = await cleanFile('csv', { name: 'kanavat', lang: 'fi', data: builder.reading!.accepted!.data, draft: builder.draft, goals: false });
    expect((content as string).replace(/["\t\uFEFF]/g, '').trim().split(/\r?\n/)).to.deep.equal(['Ryhmä;Kanava;Puhelin', 'Asiointi;Asiakaspalvelu;06 000 1200', 'Asiointi;Kirjasto;06 000 1300']);
    expect(named(await again(builder, 'xlsx'))).to.deep.equal(named(builder));
  });

  it('of channels gives the same channels', async () => {
    const builder = await builderIn('fi');
    await fill(builder, 'widget', 'channel-directory');
    await builder.bringFile(await exampleFile('files/viestintakanavat.xlsx'));
    const { count } = builder.reading!.accepted!;
    expect(count).to.be.above(3);
    for (const type of ['csv', 'xlsx', 'json'] as const) {
      const other = await again(builder, type);
      expect(other.reading?.accepted?.count, `${type}: ${problems(other).join(' ')}`).to.equal(count);
      expect(named(other), type).to.deep.equal(named(builder));
    }
  });
});
