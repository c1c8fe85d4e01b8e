import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Database } from '../database/database.ts';
import { photoName, readPhoto, type Message } from './message.ts';

/** What a person gets of her own, as a zip file: `messages.json`, and her photos beside it. One photo at a time is in the memory. */
export async function* personArchive(database: Database, messages: readonly Message[]): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault;
    chunks.push(chunk);
  });
  const add = (file: ZipDeflate | ZipPassThrough, bytes: Uint8Array): Uint8Array[] => {
    zip.add(file);
    file.push(bytes, true);
    return chunks.splice(0);
  };
  yield* add(new ZipDeflate('messages.json'), new TextEncoder().encode(JSON.stringify({ messages: messages.map(portable) }, undefined, 2)));
  for (const message of messages) {
    for (const entry of message.photos) {
      const photo = await readPhoto(database, message.id, entry.position);
      // A photo is as small as it gets.
      if (photo) yield* add(new ZipPassThrough(`photos/${photoName(message, entry)}`), photo.bytes);
    }
  }
  zip.end();
  yield* chunks;
}

/** All of it but what the service suspects; each photo by the name of its file. */
function portable(message: Message): object {
  const { suspicion: _suspicion, photos, ...own } = message;
  return { ...own, photos: photos.map((photo) => `photos/${photoName(message, photo)}`) };
}
