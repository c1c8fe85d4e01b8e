import { expect } from '@open-wc/testing';
import { PHOTO_SIDE_MAX, preparePhoto, type Photo } from '../../src/core/photos.ts';
import { PHOTO_BYTES_MAX } from '../../src/model/feedback.ts';

type Colour = readonly [red: number, green: number, blue: number];
const RED: Colour = [255, 0, 0];
const BLUE: Colour = [0, 0, 255];

function canvasOf(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  draw(canvas.getContext('2d')!);
  return canvas;
}

async function picture(type: string, width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvasOf(width, height, draw).toBlob(resolve, type, 0.95));
  expect(blob?.type).to.equal(type);
  return blob!;
}

/** Red on the left, blue on the right. */
const redAndBlue = (context: CanvasRenderingContext2D): void => {
  const { width, height } = context.canvas;
  context.fillStyle = 'red';
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
};

/** What a camera writes into a photo: how it was held, and where. */
async function withExif(jpeg: Blob, orientation: number): Promise<Blob> {
  const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
  const u16 = (value: number): number[] => [value >> 8, value & 255];
  const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
  const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [...u16(tag), ...u16(type), ...u32(count), ...value];
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const latitudeAt = gpsAt + 2 + 2 * 12 + 4;
  const tiff = [
    ...ascii('MM'), ...u16(42), ...u32(8),
    ...u16(2), ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]), ...entry(0x8825, 4, 1, u32(gpsAt)), ...u32(0),
    ...u16(2), ...entry(1, 2, 2, [...ascii('N'), 0, 0, 0]), ...entry(2, 5, 3, u32(latitudeAt)), ...u32(0),
    ...u32(60), ...u32(1), ...u32(27), ...u32(1), ...u32(11), ...u32(1),
  ];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  const bytes = [...new Uint8Array(await jpeg.arrayBuffer())];
  // In one piece, as a file is: Firefox decodes no picture that is put together.
  return new Blob([new Uint8Array([...bytes.slice(0, 2), 0xff, 0xe1, ...u16(exif.length + 2), ...exif, ...bytes.slice(2)])], { type: 'image/jpeg' });
}

async function photoOf(file: Blob, number = 1): Promise<Photo> {
  const prepared = await preparePhoto(file, number);
  if ('fault' in prepared) throw new Error(prepared.fault);
  return prepared.photo;
}

async function faultOf(file: Blob): Promise<string | undefined> {
  const prepared = await preparePhoto(file, 1);
  return 'fault' in prepared ? prepared.fault : undefined;
}

/** Colours at places that are told as shares of the width and the height. */
async function coloursAt(blob: Blob, ...places: readonly (readonly [number, number])[]): Promise<Colour[]> {
  const bitmap = await createImageBitmap(blob);
  const context = canvasOf(bitmap.width, bitmap.height, (drawing) => drawing.drawImage(bitmap, 0, 0)).getContext('2d')!;
  return places.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(bitmap.width * x, bitmap.height * y, 1, 1).data;
    return [red, green, blue];
  });
}

function expectColour([red, green, blue]: Colour, [r, g, b]: Colour): void {
  expect(Math.max(Math.abs(red - r), Math.abs(green - g), Math.abs(blue - b)), `${[red, green, blue].join()} is not ${[r, g, b].join()}`).to.be.lessThan(40);
}

async function textOf(blob: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await blob.arrayBuffer());
}

/** A PNG whose header tells these dimensions, with nothing behind it. */
function pngHeader(width: number, height: number): Blob {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return new Blob([bytes], { type: 'image/png' });
}

describe('a photo', () => {
  it('comes out upright, without EXIF and without its position', async () => {
    const file = await withExif(await picture('image/jpeg', 80, 40, redAndBlue), 6);
    expect(await textOf(file)).to.contain('Exif');
    const photo = await photoOf(file);
    expect([photo.width, photo.height, photo.blob.type, photo.name]).to.deep.equal([40, 80, 'image/jpeg', 'photo-1.jpg']);
    const text = await textOf(photo.blob);
    expect(text).to.match(/^\xFF\xD8/);
    expect(text).not.to.match(/Exif|GPS|http:\/\/ns\.adobe/);
    // Held at a right angle: what was on the left is above.
    const [above, below] = await coloursAt(photo.blob, [0.5, 0.2], [0.5, 0.8]);
    expectColour(above!, RED);
    expectColour(below!, BLUE);
  });

  it('is upright however the camera was held', async () => {
    const file = await picture('image/jpeg', 80, 40, redAndBlue);
    for (const [orientation, left, right] of [[1, RED, BLUE], [3, BLUE, RED]] as const) {
      const { blob } = await photoOf(await withExif(file, orientation));
      const [first, last] = await coloursAt(blob, [0.2, 0.5], [0.8, 0.5]);
      expectColour(first!, left);
      expectColour(last!, right);
    }
  });

  it('is made smaller where it is large, and never larger', async () => {
    const large = await photoOf(await picture('image/jpeg', 4000, 1000, redAndBlue), 2);
    expect([large.width, large.height, large.name]).to.deep.equal([PHOTO_SIDE_MAX, 512, 'photo-2.jpg']);
    const small = await photoOf(await picture('image/png', 30, 20, redAndBlue));
    expect([small.width, small.height]).to.deep.equal([30, 20]);
  });

  it('is always small enough to be sent', async () => {
    const noise = await picture('image/png', 2048, 2048, (context) => {
      const data = context.createImageData(2048, 2048);
      for (let start = 0; start < data.data.length; start += 65_536) crypto.getRandomValues(data.data.subarray(start, start + 65_536));
      for (let alpha = 3; alpha < data.data.length; alpha += 4) data.data[alpha] = 255;
      context.putImageData(data, 0, 0);
    });
    expect(noise.size).to.be.greaterThan(PHOTO_BYTES_MAX);
    expect((await photoOf(noise)).blob.size).to.be.at.most(PHOTO_BYTES_MAX);
  });

  it('has white where it was transparent', async () => {
    const { blob } = await photoOf(await picture('image/png', 20, 20, () => {}));
    expectColour((await coloursAt(blob, [0.5, 0.5]))[0]!, [255, 255, 255]);
  });

  it('is known by what is in it, not by what it is called', async () => {
    const jpeg = await picture('image/jpeg', 20, 20, redAndBlue);
    expect((await photoOf(new Blob([jpeg], { type: 'text/plain' }))).blob.type).to.equal('image/jpeg');
    expect(await faultOf(new Blob(['GIF89a'], { type: 'image/jpeg' }))).to.equal('photo-type');
  });
});

describe('what cannot be taken as a photo', () => {
  it('is what is none, moves or can hold a script', async () => {
    for (const text of ['', '%PDF-1.7', 'GIF89a\x01\x00', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'BM']) {
      expect(await faultOf(new Blob([text])), text).to.equal('photo-type');
    }
  });

  it('is a kind that the browser cannot read, by its name', async () => {
    for (const brand of ['heic', 'mif1', 'avif']) expect(await faultOf(new Blob([`\0\0\0\x18ftyp${brand}\0\0\0\0`])), brand).to.equal('photo-heic');
  });

  it('is a damaged one', async () => {
    const jpeg = await picture('image/jpeg', 80, 40, redAndBlue);
    expect(await faultOf(jpeg.slice(0, 30))).to.equal('photo-unreadable');
    expect(await faultOf(pngHeader(10, 10))).to.equal('photo-unreadable');
  });

  it('is one with more pixels than a phone can hold, before it is decoded', async () => {
    const decode = window.createImageBitmap;
    window.createImageBitmap = (() => {
      throw new Error('decoded');
    });
    try {
      expect(await faultOf(pngHeader(40_000, 40_000))).to.equal('photo-too-large');
      const frame = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x9c, 0x40, 0x9c, 0x40, 3]);
      expect(await faultOf(new Blob([frame]))).to.equal('photo-too-large');
      const webp = new Uint8Array([...[...'RIFF\0\0\0\0WEBPVP8X'].map((letter) => letter.charCodeAt(0)), 10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 0x9c, 0, 0x3f, 0x9c, 0]);
      expect(await faultOf(new Blob([webp]))).to.equal('photo-too-large');
    } finally {
      window.createImageBitmap = decode;
    }
  });

  it('is what a browser makes noise of, to guard against fingerprints', async () => {
    const file = await picture('image/jpeg', 20, 20, redAndBlue);
    const read = CanvasRenderingContext2D.prototype.getImageData;
    CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => new ImageData(new Uint8ClampedArray(width * height * 4).fill(200 + x + y), width, height);
    try {
      expect(await faultOf(file)).to.equal('photo-unreadable');
    } finally {
      CanvasRenderingContext2D.prototype.getImageData = read;
    }
  });
});

describe('several photos', () => {
  it('are made one at a time, in the order in which they were chosen, whatever becomes of one of them', async () => {
    const jpeg = await picture('image/jpeg', 60, 60, redAndBlue);
    const decode = window.createImageBitmap;
    let open = 0;
    let most = 0;
    window.createImageBitmap = (async (file: Blob) => {
      most = Math.max(most, ++open);
      const bitmap = await decode(file);
      const close = bitmap.close.bind(bitmap);
      bitmap.close = () => {
        open -= 1;
        close();
      };
      return bitmap;
    }) as typeof createImageBitmap;
    try {
      const made = await Promise.all([jpeg, new Blob(['x']), jpeg, jpeg].map((file, index) => preparePhoto(file, index + 1)));
      expect(made.map((one) => ('photo' in one ? one.photo.name : one.fault))).to.deep.equal(['photo-1.jpg', 'photo-type', 'photo-3.jpg', 'photo-4.jpg']);
      expect([open, most]).to.deep.equal([0, 1]);
    } finally {
      window.createImageBitmap = decode;
    }
  });
});
