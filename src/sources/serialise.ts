/**
 * JSON of a body, made without `JSON.stringify` for lists and objects: old libraries on city pages (Prototype.js 1.6) give
 * `Array.prototype` a `toJSON` that turns lists into text.
 * @param body strings, finite numbers, booleans, null, dates, lists and plain objects; what is undefined is left out
 */
export function serialise(body: unknown): string {
  if (body instanceof Date) return JSON.stringify(body.toISOString());
  if (typeof body !== 'object' || body === null) return JSON.stringify(body ?? null);
  const parts: string[] = [];
  if (Array.isArray(body)) {
    for (let index = 0; index < body.length; index++) parts.push(serialise(body[index]));
    return `[${parts.join(',')}]`;
  }
  for (const [key, value] of Object.entries(body)) {
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${serialise(value)}`);
  }
  return `{${parts.join(',')}}`;
}
