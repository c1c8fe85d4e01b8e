import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { temporaryFolder } from '../../service/test/pglite-folder.ts';
import { inBrowser } from '../package/page.ts';
import { City, cityOf } from './city.ts';
import { Resident } from './resident.ts';
import { Site } from './site.ts';

const RECEIVED = 'Palautteesi on vastaanotettu';

const browser = inBrowser();

describe('feedback and its answer', () => {
  const city = cityOf();

  const device = () => browser().createBrowserContext();

  test('the code of the receipt opens the state, and there is the reply that the city writes on its side', async () => {
    const site = await Site.open(city().service.url);
    const words = 'Kuka hoitaa rannan hiekkaa?';
    const resident = await Resident.at(await device(), `${site.origin}/palaute/`);
    await resident.sends(words);
    await resident.sees(RECEIVED);
    const [number, code] = [await resident.told('Vastaanottonumero'), await resident.told('Koodi')];
    await resident.goTo(`${site.origin}/palaute/tilanne/`);
    await resident.writes('code', code.toLowerCase().replaceAll('-', ' '));
    await resident.presses('Näytä');
    await resident.sees('Vastaanotettu');
    assert.equal(await resident.told('Tila'), 'Vastaanotettu');

    const clerk = await city().clerk();
    const page = `/office/messages/${number}`;
    assert.match(await clerk.visit(page), new RegExp(words.replace('?', '\\?')));
    const seen = /name="seen" value="([^"]+)"/.exec(clerk.html)?.[1] ?? '';
    assert.equal((await clerk.post(page, { state: 'answered', reply: 'Liikuntapalvelut hoitaa.\r\n\r\nKiitos kysymästä.', seen })).status, 303);

    await resident.presses('Näytä');
    await resident.sees('Kaupungin vastaus');
    await resident.sees('Liikuntapalvelut hoitaa.');
    await resident.sees('Kiitos kysymästä.');
    assert.equal(await resident.told('Tila'), 'Vastattu');
    await resident.leaves();
  });

  test('a code that nobody has opens nothing', async () => {
    const site = await Site.open(city().service.url);
    const resident = await Resident.at(await device(), `${site.origin}/palaute/tilanne/`);
    await resident.writes('code', '7K3M-9QRT-V2XW-4HJA');
    await resident.presses('Näytä');
    await resident.sees('Tällä koodilla ei löytynyt palautetta.');
    await resident.leaves();
  });

  test('a photo arrives once and without what the camera wrote into it, also where the first answer is lost', async () => {
    const site = await Site.open(city().service.url);
    const words = 'Kuvassa on kuoppa.';
    const resident = await Resident.at(await device(), `${site.origin}/palaute/`);
    await resident.findsForm();
    const taken = withExif(Buffer.from(await resident.tab.evaluate(jpegOfAPage), 'base64'));
    assert.ok(taken.includes('Exif') && taken.includes('Merilehto 60.27 N'));
    const file = join(temporaryFolder(), 'IMG_0001.jpg');
    writeFileSync(file, taken);
    await resident.choosesFile(file);
    await resident.sees('Poista kuva 1');
    site.fault = 'unanswered';
    await resident.sends(words);
    await resident.sees('Kaupunki ei ole vielä saanut sitä.');
    site.fault = undefined;
    await resident.triesNow();
    await resident.sees(RECEIVED);
    assert.equal(await city().count(words), 1);
    const number = await resident.told('Vastaanottonumero');
    const clerk = await city().clerk();
    const stored = Buffer.from(await (await clerk.get(`/office/messages/${number}/photos/0`)).arrayBuffer());
    assert.deepEqual([...stored.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    assert.ok(!stored.includes('Exif') && !stored.includes('Merilehto'), 'what the camera wrote is gone');
    assert.equal((await clerk.get(`/office/messages/${number}/photos/1`)).status, 404);
    await resident.leaves();
  });

  test('on a shared device nothing is kept, whatever happens', async () => {
    const site = await Site.open(city().service.url);
    const words = 'Lainauskone ei toimi.';
    const resident = await Resident.at(await device(), `${site.origin}/kirjasto/`);
    await resident.findsForm();
    await resident.writes('message', words);
    assert.deepEqual(await resident.kept(), []);
    site.fault = 'unanswered';
    await resident.presses('Lähetä palaute');
    await resident.sees('Palautteesi odottaa tällä sivulla');
    assert.deepEqual(await resident.kept(), []);
    site.fault = undefined;
    await resident.triesNow();
    await resident.sees(RECEIVED);
    assert.deepEqual(await resident.kept(), []);
    assert.equal(await city().count(words), 1);
    await resident.leaves();
  });

  test('the database holds what was sent and no more', async () => {
    const stored = await city().close();
    assert.deepEqual(stored.map(({ message, photos }) => [message, photos]), [['Kuka hoitaa rannan hiekkaa?', 0], ['Kuvassa on kuoppa.', 1], ['Lainauskone ei toimi.', 0]]);
    for (const { suspicion } of stored) assert.deepEqual(suspicion.filter((reason) => reason !== 'too-fast'), []);
  });
});

describe('a service of another origin', () => {
  test('takes feedback from the site that it names', async () => {
    const site = await Site.open();
    const city = await City.open({ environment: { AUKIO_ORIGINS: site.origin } });
    after(() => city.service.stop('SIGKILL'));
    site.endpoint = city.service.url;
    const resident = await Resident.at(browser(), `${site.origin}/palaute/`);
    await resident.sends('Kiitos avoimesta kaupungista.');
    await resident.sees(RECEIVED);
    await resident.leaves();
    assert.deepEqual((await city.close()).map(({ message }) => message), ['Kiitos avoimesta kaupungista.']);
  });
});

/** Runs in the page: a picture as a camera makes it, in base64. */
function jpegOfAPage(): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  canvas.getContext('2d')!.fillRect(8, 8, 40, 30);
  return canvas.toDataURL('image/jpeg').split(',')[1]!;
}

/** What a camera writes into a photo: the smallest EXIF that holds a text, with a place in it. */
function withExif(jpeg: Buffer): Buffer {
  const text = Buffer.from('Merilehto 60.27 N\0');
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x0e\0\x02', 'latin1'), Buffer.from([0, 0, 0, text.length, 0, 0, 0, 26, 0, 0, 0, 0]), text]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255]), exif, jpeg.subarray(2)]);
}
