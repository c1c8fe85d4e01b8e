const LOADER = Symbol.for('aukio/loader/v1');

/**
 * The answer for an address where the script tag's loader has asked for it already, before this module had come: without
 * it the data would wait for the code. Given once. Asked for as every public file is, without credentials and headers.
 */
export function takeEarly(url: string): Promise<Response> | undefined {
  const early = (globalThis as { [LOADER]?: { readonly early?: Map<string, Promise<Response>> } })[LOADER]?.early;
  const answer = early?.get(url);
  early?.delete(url);
  return answer;
}
