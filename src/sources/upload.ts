import type { Credentials } from './download.ts';
import type { Patience } from './network.ts';
import { mediaTypeOf, type Answer } from './refusals.ts';
import type { SubmitOptions } from './source.ts';

/** A submission on its way out. */
export interface Request {
  readonly url: URL;
  readonly json: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
  readonly patience: Patience;
}

/**
 * Posts a submission with files as `multipart/form-data`: the part `body` is its JSON, each part `file` a file. By
 * XMLHttpRequest, since fetch does not tell how much has been sent; to the page's own origin it sends cookies whatever is asked.
 * @throws {TypeError} where there is no answer, as fetch does
 */
export function upload({ url, json, headers, patience }: Request, files: NonNullable<SubmitOptions['files']>, onProgress: SubmitOptions['onProgress']): Promise<Answer> {
  const form = new FormData();
  form.append('body', new Blob([json], { type: 'application/json' }));
  for (const { name, blob } of files) form.append('file', blob, name);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    patience.renew();
    const sizes = files.map(({ blob }) => blob.size);
    // The files are the end of what is sent.
    let sent = loaded - (total - sizes.reduce((sum, size) => sum + size, 0));
    sizes.forEach((size, index) => {
      if (sent >= 0) onProgress?.(index, Math.min(sent, size), size);
      sent -= size;
    });
  });
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const { status, responseText: body } = request;
      resolve({ status, mediaType: mediaTypeOf(request.getResponseHeader('content-type')), body, url: url.href, retryAfter: retryAfterOf(request) });
    });
    request.addEventListener('error', () => reject(new TypeError('no answer')));
    request.addEventListener('abort', () => reject(patience.signal.reason as Error));
    patience.signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** From another origin a header is read only where the server lets it be; asking for one that it does not is a line on the console. */
function retryAfterOf(request: XMLHttpRequest): string | null {
  return /^retry-after:/im.test(request.getAllResponseHeaders()) ? request.getResponseHeader('retry-after') : null;
}
