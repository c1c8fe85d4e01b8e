import { PHOTO_BYTES_MAX } from '../model/feedback.ts';
import { kindOfPhoto, sizeOfPhoto, type Size } from './photo-header.ts';

/**
 * Why a photo cannot be taken.
 * - `photo-type`: not a photo, or a kind that cannot be one (GIF, SVG).
 * - `photo-heic`: a kind that this browser cannot read (HEIC, AVIF); a copy as JPEG can be sent.
 * - `photo-unreadable`: it is damaged, or the browser does not let a page make pictures.
 * - `photo-too-large`: more pixels or bytes than a phone can hold.
 */
export type PhotoFault = 'photo-type' | 'photo-heic' | 'photo-unreadable' | 'photo-too-large';

/** A photo as it is sent: upright, made smaller, with nothing in it but the picture. */
export interface Photo {
  /** Says nothing about the person: `photo-1.jpg`. */
  readonly name: string;
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** Longest side of a photo as it is sent, in pixels. */
export const PHOTO_SIDE_MAX = 2048;

/** What is decoded at most, in pixels: as many as the finest cameras of phones have, four bytes each. */
const PIXELS_MAX = 120_000_000;
const FILE_BYTES_MAX = 64_000_000;
/** A header with a small picture in it, and what cameras add to it, is not longer. */
const HEADER_BYTES = 1_000_000;
/** Tried one after the other until the photo is small enough. */
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

let queue: Promise<unknown> = Promise.resolve();

/**
 * Re-encodes a photo in the browser, so that EXIF, the position and whatever else it holds are gone. One at a time: calls
 * wait for each other, since a phone cannot hold several. @param number counts from 1, for its name
 */
export function preparePhoto(file: Blob, number: number): Promise<{ readonly photo: Photo } | { readonly fault: PhotoFault }> {
  const prepared = queue.then(() => prepare(file, number));
  queue = prepared;
  return prepared;
}

async function prepare(file: Blob, number: number): Promise<{ readonly photo: Photo } | { readonly fault: PhotoFault }> {
  let bitmap: ImageBitmap | undefined;
  let kind: ReturnType<typeof kindOfPhoto>;
  try {
    const header = new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
    kind = kindOfPhoto(header);
    if (!kind) return { fault: 'photo-type' };
    if (file.size > FILE_BYTES_MAX || pixels(sizeOfPhoto(header, kind)) > PIXELS_MAX) return { fault: 'photo-too-large' };
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const made = await encode(bitmap);
    return made === 'photo-too-large' ? { fault: made } : { photo: { name: `photo-${number}.jpg`, ...made } };
  } catch {
    // The file may also have been moved or changed since it was chosen.
    return { fault: kind === 'heic' ? 'photo-heic' : 'photo-unreadable' };
  } finally {
    bitmap?.close();
  }
}

async function encode(bitmap: ImageBitmap): Promise<(Size & { readonly blob: Blob }) | 'photo-too-large'> {
  const scale = Math.min(1, PHOTO_SIDE_MAX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  const size = { width: Math.max(1, Math.round(bitmap.width * scale)), height: Math.max(1, Math.round(bitmap.height * scale)) };
  Object.assign(canvas, size);
  try {
    const context = canvas.getContext('2d');
    if (!context || !isFaithful(context)) throw new Error('no canvas');
    // What is transparent would become black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.width, size.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, size.width, size.height);
    for (const quality of QUALITIES) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (blob?.type !== 'image/jpeg') throw new Error('not encoded');
      if (blob.size <= PHOTO_BYTES_MAX) return { ...size, blob };
    }
    return 'photo-too-large';
  } finally {
    // Some phones hold on to it otherwise.
    canvas.width = canvas.height = 0;
  }
}

/** Browsers that guard against fingerprints give noise instead of what was drawn: nobody should send that. */
function isFaithful(context: CanvasRenderingContext2D): boolean {
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return red > 200 && green < 50 && blue < 50;
}

/** Unknown is none: what cannot be read in the header cannot be decoded either. */
function pixels(size: Size | undefined): number {
  return size ? size.width * size.height : 0;
}
