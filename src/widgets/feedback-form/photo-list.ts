import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ref } from 'lit/directives/ref.js';
import { announce } from '../../core/announcer.ts';
import type { Enclosure } from '../../core/outbox/letter.ts';
import { preparePhoto, type PhotoFault } from '../../core/photos.ts';
import { PHOTOS_MAX } from '../../model/feedback.ts';
import type { AukioFeedbackForm } from './feedback-form.ts';

/** Width of the small picture beside a photo, in pixels of the canvas. */
const THUMB = 160;

interface Item {
  readonly number: number;
  photo?: Enclosure;
}

/** The photos that a resident has chosen. They are in the page alone until they are sent. */
export class PhotoList {
  #items: Item[] = [];
  #remarks: string[] = [];
  #counted = 0;
  #preparing: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: AukioFeedbackForm) {}

  /** Those that are ready to be sent, in the order in which they were chosen. */
  get ready(): readonly Enclosure[] {
    return this.#items.flatMap(({ photo }) => photo ?? []);
  }

  get count(): number {
    return this.#items.length;
  }

  /** Resolves when none is being made smaller any more. */
  async settled(): Promise<void> {
    await this.#preparing;
  }

  /** Puts photos back that were made ready before. */
  restore(photos: readonly Enclosure[]): void {
    this.#remarks = [];
    this.#items = photos.map((photo) => ({ number: ++this.#counted, photo }));
    this.host.requestUpdate();
  }

  clear(): void {
    this.#items = [];
    this.#remarks = [];
    this.host.requestUpdate();
  }

  /** Takes what was chosen; the field is emptied, so that the same file can be chosen again. */
  async add(input: HTMLInputElement): Promise<void> {
    const { say, language } = this.host.speaker;
    const files = [...(input.files ?? [])];
    input.value = '';
    this.#remarks = [];
    const room = PHOTOS_MAX - this.#items.length;
    if (files.length > room) this.#remarks.push(say('photos-full', { count: PHOTOS_MAX }));
    const added = files.slice(0, room).map((file) => this.#prepare(file));
    this.#preparing = Promise.all([this.#preparing, ...added]);
    this.host.change('photos', {});
    await Promise.all(added);
    if (this.#remarks.length) announce(this.#remarks.join(' '), language);
  }

  async #prepare(file: File): Promise<void> {
    const item: Item = { number: ++this.#counted };
    this.#items.push(item);
    const made = await preparePhoto(file, item.number);
    if (!this.#items.includes(item)) return;
    if ('photo' in made) item.photo = made.photo;
    else this.#refuse(item, file.name, made.fault);
    this.host.change('photos', {});
  }

  #refuse(item: Item, name: string, fault: PhotoFault): void {
    this.#items = this.#items.filter((one) => one !== item);
    this.#remarks.push(this.host.speaker.say(fault, { name }));
  }

  readonly #remove = (item: Item) => (): void => {
    const { say, language } = this.host.speaker;
    this.#items = this.#items.filter((one) => one !== item);
    this.#remarks = [];
    announce(say('photo-removed'), language);
    this.host.change('photos', {});
    void this.host.focusOn('photos');
  };

  render(): TemplateResult {
    const { say } = this.host.speaker;
    return html`${this.#remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
      ${this.#items.length
        ? html`<ul class="photos" role="list">
            ${repeat(this.#items, ({ number }) => number, (item, index) => html`<li part="item">
              ${item.photo
                ? html`${renderThumb(item.photo, say('photo', { number: index + 1 }))}
                    <button type="button" class="quiet" @click=${this.#remove(item)}>${say('photo-remove', { number: index + 1 })}</button>`
                : html`<span>${say('photo-preparing', { number: index + 1 })}</span> <progress aria-label=${say('photo-preparing', { number: index + 1 })}></progress>`}
            </li>`)}
          </ul>`
        : nothing}`;
  }
}

/** On a canvas: an address of a blob is not among the pictures that a strict policy allows. */
function renderThumb({ blob }: Enclosure, label: string): TemplateResult {
  const draw = (element: Element | undefined): void => {
    const canvas = element as HTMLCanvasElement | undefined;
    if (!canvas || canvas.width === THUMB) return;
    canvas.width = THUMB;
    createImageBitmap(blob).then(
      (bitmap) => {
        canvas.height = Math.max(1, Math.round((THUMB * bitmap.height) / bitmap.width));
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        bitmap.close();
      },
      // The words beside it say that it is there.
      () => (canvas.hidden = true),
    );
  };
  return html`<canvas class="thumb" role="img" aria-label=${label} ${ref(draw)}></canvas>`;
}
