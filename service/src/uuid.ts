const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether this is the id of something, so that the database can be asked for it: it takes nothing else for one. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
