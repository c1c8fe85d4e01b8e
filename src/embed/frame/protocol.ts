/** What the page around a frame asks for, and what the frame's answer begins with. */
export const PROTOCOL = 'aukio/frame/v1';

/** How high the frame's content is, in CSS pixels. */
export interface Height {
  readonly aukio: typeof PROTOCOL;
  readonly height: number;
}
