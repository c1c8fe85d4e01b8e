/** Text as it comes out where UTF-8 was taken for Windows-1252, once or while the file was saved: `Ã¤`, `Ã–`, `â€“`. */
const TAKEN_FOR_1252 = /Ã[¤¥¶„…–]|â€[“”™œ¢]/;

/** What Windows-1252 has at 0x80–0x9F. Node's decoder (20.18.3 and many later ones) leaves these bytes as control characters. */
const WESTERN_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

export interface Decoded {
  readonly text: string;
  /** Letters are damaged in the file itself, or it is in an encoding that is not known here. */
  readonly damaged: boolean;
}

/**
 * Decodes text as Finnish offices save it: UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252.
 * What the server says of the encoding is not asked: for uploaded files it is the server's default.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  try {
    return judge(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const western = judge(new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009F]/g, (sign) => WESTERN_SIGNS[sign.charCodeAt(0) - 0x80]!));
    // UTF-8 with a few bytes lost is still best read as UTF-8.
    return western.damaged ? decode(bytes, 'utf-8') : western;
  }
}

function decode(bytes: Uint8Array, encoding: string): Decoded {
  return judge(new TextDecoder(encoding).decode(bytes));
}

function judge(text: string): Decoded {
  return {
    text,
    // Looked for where it is asked: in megabytes it takes a while.
    get damaged() {
      return text.includes('\uFFFD') || TAKEN_FOR_1252.test(text);
    },
  };
}
