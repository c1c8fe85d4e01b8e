/** The levels of an element's own heading, 2–6, and of its groups: one below it, or at it where there is no heading. */
export function headingLevels(heading: string, asked: number | undefined): { readonly own: number; readonly groups: number } {
  const own = asked !== undefined && Number.isInteger(asked) && asked >= 2 && asked <= 6 ? asked : 2;
  return { own, groups: Math.min(6, heading ? own + 1 : own) };
}
