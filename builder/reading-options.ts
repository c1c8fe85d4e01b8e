/** The attributes that say how to read; a gate takes those that it knows. */
export interface ReadingOptions {
  readonly lang: string;
  readonly columns?: string;
  readonly statusLegend?: string;
  readonly period?: string;
  readonly body?: string;
  readonly asOf?: string;
}

const OF_READING = { 'columns': 'columns', 'status-legend': 'statusLegend', 'period': 'period', 'body': 'body', 'as-of': 'asOf' } as const;

/** @param attributes of a widget, by their plain names */
export function readingOptions(lang: string, attributes: ReadonlyMap<string, string>): ReadingOptions {
  const said = Object.entries(OF_READING).flatMap(([name, option]) => (attributes.get(name) ? [[option, attributes.get(name)!] as const] : []));
  return { lang, ...Object.fromEntries(said) };
}
