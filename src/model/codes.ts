/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud, written by hand and typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 characters of 5 bits. */
export const CODE_LENGTH = 16;

/** A code of random bytes (80 bits): four groups of four. @param bytes at least 16 bytes from a cryptographic source */
export function codeFrom(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % 32]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The form in which two codes are compared: without spaces and hyphens, in capitals, look-alikes as what they were meant
 * for. `undefined` where it cannot be a code.
 */
export function foldedCode(text: string, length = CODE_LENGTH): string | undefined {
  const letters = text.normalize('NFKC').toUpperCase().replace(/[\s‐‑–—−-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return letters.length === length && [...letters].every((letter) => ALPHABET.includes(letter)) ? letters : undefined;
}
