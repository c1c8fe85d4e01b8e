/** Whether this page can make a digest: browsers have none on a page that is not encrypted. */
export function hasDigest(): boolean {
  return 'subtle' in crypto;
}

/** For the model, which has no cryptography of its own. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
}
