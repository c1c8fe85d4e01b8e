import type { Names } from './names.ts';

/** General words for a list, good enough to be read; a new widget's author writes better ones. */
const WORDS: Readonly<Record<string, { readonly one: string; readonly other: string; readonly empty: string }>> = {
  en: { one: '{count} item', other: '{count} items', empty: 'There is nothing here yet.' },
  fi: { one: '{count} kohta', other: '{count} kohtaa', empty: 'Täällä ei ole vielä mitään.' },
  sv: { one: '{count} punkt', other: '{count} punkter', empty: 'Här finns ännu ingenting.' },
};

/**
 * Files that a new widget changes or follows: its define module is the goal report's under another name, and it is
 * listed where widgets are listed. By path.
 */
export function derivedFiles({ kebab, pascal }: Names, read: (path: string) => string): Record<string, string> {
  const files: Record<string, string> = {
    [`src/define/${kebab}.ts`]: read('src/define/goal-status.ts').replaceAll('goal-status', kebab).replaceAll('GoalStatus', pascal),
    'src/index.ts': inserted(
      read('src/index.ts'),
      /^(?=export \{ AukioGoalStatus \})/m,
      `export { Aukio${pascal} } from './widgets/${kebab}/${kebab}.ts';\n`,
    ),
    'src/embed.ts': inserted(read('src/embed.ts'), /(?<=^ {2}widgets: \{\n)/m, `    '${kebab}': () => import('./define/${kebab}.ts'),\n`),
  };
  for (const [language, { one, other, empty }] of Object.entries(WORDS)) {
    const path = `src/i18n/${language}.ts`;
    const lines = `\n  '${kebab}-ready': { one: '${one}', other: '${other}' },\n  '${kebab}-empty': '${empty}',\n`;
    files[path] = inserted(read(path), /^(?=\}( as const)?;$)/m, lines);
  }
  return files;
}

/** @throws {Error} where the place is not found: the file has changed, and this generator must follow */
function inserted(content: string, place: RegExp, text: string): string {
  if (!place.test(content)) throw new Error(`Nothing matches ${place} in:\n${content.slice(0, 400)}`);
  return content.replace(place, () => text);
}
