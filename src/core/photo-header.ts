/** What the first bytes of a photo tell, before a browser is asked to decode it. */

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The kind by its signature, whatever the file is called; `undefined` for what is no photo. `heic` stands for AVIF too. */
export function kindOfPhoto(bytes: Uint8Array): PhotoKind | undefined {
  const text = latin(bytes, 0, 16);
  if (text.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return /^.{4}ftyp(?:hei|hev|mif|msf|avi)/s.test(text) ? 'heic' : undefined;
}

/** Width and height in pixels as the header has them; `undefined` where it does not say. */
export function sizeOfPhoto(bytes: Uint8Array, kind: PhotoKind): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (kind) {
      case 'jpeg':
        return sizeOfJpeg(view);
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'webp':
        return sizeOfWebp(view, latin(bytes, 12, 4));
      case 'heic':
        return sizeOfHeic(view, bytes);
    }
  } catch {
    // It ends too early.
    return undefined;
  }
}

/** Segment after segment, up to the first that describes a frame (ITU T.81, B.2). */
function sizeOfJpeg(view: DataView): Size | undefined {
  for (let at = 2; ; ) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return undefined;
    const frame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Any number of fill bytes may stand before a marker.
    at += marker === 0xffff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** The three kinds of RFC 9649. */
function sizeOfWebp(view: DataView, chunk: string): Size | undefined {
  const u24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return { width: u24(24) + 1, height: u24(27) + 1 };
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  const bits = view.getUint32(21, true);
  return chunk === 'VP8L' ? { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 } : undefined;
}

/** The largest of the spatial extents (`ispe`, ISO 23008-12): the whole picture among its tiles and its small copy. */
function sizeOfHeic(view: DataView, bytes: Uint8Array): Size | undefined {
  let largest: Size | undefined;
  for (let at = 4; at + 16 <= bytes.length; at++) {
    if (bytes[at] !== 0x69 || latin(bytes, at, 4) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
