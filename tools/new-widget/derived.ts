import type { Names } from './names.ts';

/**
 * Files that a new widget changes or follows: its define module is the goal report's under another name, and it is
 * listed where widgets are listed. By path.
 */
export function derivedFiles({ kebab, pascal }: Names, read: (path: string) => string): Record<string, string> {
  return {
    [`src/define/${kebab}.ts`]: read('src/define/goal-status.ts').replaceAll('goal-status', kebab).replaceAll('GoalStatus', pascal),
    'src/index.ts': inserted(
      read('src/index.ts'),
      /^(?=export \{ AukioGoalStatus \})/m,
      `export { Aukio${pascal} } from './widgets/${kebab}/${kebab}.ts';\n`,
    ),
    'src/embed.ts': inserted(read('src/embed.ts'), /(?<=^ {2}widgets: \{\n)/m, `    '${kebab}': () => import('./define/${kebab}.ts'),\n`),
  };
}

/** @throws {Error} where the place is not found: the file has changed, and this generator must follow */
function inserted(content: string, place: RegExp, text: string): string {
  if (!place.test(content)) throw new Error(`Nothing matches ${place} in:\n${content.slice(0, 400)}`);
  return content.replace(place, () => text);
}
