/** Whether the colour of a cell can mean anything: the cells of a striped or shaded row all have it. */
export function standsOut(colour: string, row: readonly string[]): boolean {
  return !/^(?:|white|#?f{6}|#f{3}|transparent|none|inherit|initial|unset|auto)$/i.test(colour) && row.some((other) => other !== colour);
}

/** Whether something stands in a cell and no word says what it means: a sign such as ● or ☺, or what `marked` finds. A dash is none. */
export function lacksWords(text: string, marked: () => boolean): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && (/\p{S}/u.test(text) || marked());
}
