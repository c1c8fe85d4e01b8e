/** The pairs of an editor's attribute, `name=value;name=value`, each with how it was written. What has no `=` has the name `''`. */
export function pairs(option = ''): readonly (readonly [name: string, value: string, written: string])[] {
  return option
    .split(';')
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => {
      const at = pair.lastIndexOf('=');
      return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim(), pair];
    });
}
