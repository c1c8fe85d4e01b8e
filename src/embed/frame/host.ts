import { PROTOCOL, type Height } from './protocol.ts';

/** Higher than any report; a frame that says more is at fault. */
const MOST = 100_000;

/**
 * Form E, around the frame: asks each frame of ours for its height and gives it that height. Only the frame itself is
 * believed, and only while it shows what its `src` says.
 */
const OURS = 'iframe[data-aukio-frame]';

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (!isHeight(data)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(OURS)) {
    if (frame.contentWindow === source && originOf(frame) === origin) frame.style.setProperty('height', `${data.height}px`);
  }
});
// A frame's `load` does not bubble.
document.addEventListener('load', ({ target }) => target instanceof HTMLIFrameElement && target.matches(OURS) && ask(target), true);
document.querySelectorAll<HTMLIFrameElement>(OURS).forEach(ask);

/** The question holds nothing that another page in the frame must not see. */
function ask(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage(PROTOCOL, '*');
}

/** A frame with `sandbox` and without `allow-same-origin` is of no origin, whatever its address. */
function originOf(frame: HTMLIFrameElement): string {
  const { sandbox, src } = frame;
  return frame.hasAttribute('sandbox') && !sandbox.contains('allow-same-origin') ? 'null' : new URL(src, document.baseURI).origin;
}

function isHeight(data: unknown): data is Height {
  const { aukio, height } = (data ?? {}) as Partial<Height>;
  return aukio === PROTOCOL && typeof height === 'number' && height > 0 && height < MOST;
}
