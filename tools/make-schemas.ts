import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/**
 * Writes `schemas/<resource>.schema.json` from the schemas of the gate, so that an editor's tool checks a file while it
 * is typed. A model file `<resource>-schema.ts` exports the whole document's schema as `<resource>Schema`.
 */
const models = new URL('../src/model/', import.meta.url);
const target = new URL('../schemas/', import.meta.url);

rmSync(target, { recursive: true, force: true });
mkdirSync(target);
for (const file of readdirSync(models).filter((name) => name.endsWith('-schema.ts')).sort()) {
  const resource = file.replace(/-schema\.ts$/, '');
  const schemas = (await import(new URL(file, models).href)) as Record<string, GenericSchema | undefined>;
  const { [`${camelCase(resource)}Schema`]: whole, ...parts } = Object.fromEntries(Object.entries(schemas).filter(([name]) => name.endsWith('Schema')));
  if (!whole) throw new Error(`${file} does not export ${camelCase(resource)}Schema.`);
  const definitions = Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => (part ? [[name.replace(/Schema$/, ''), part]] : [])));
  // What is written, and not what the gate makes of it; that a day must be of the calendar is beyond JSON Schema.
  const { $schema, ...shape } = toJsonSchema(whole, { typeMode: 'input', errorMode: 'throw', ignoreActions: ['check'], definitions });
  const published = { $schema, title: `Aukio: ${resource}`, ...shape };
  writeFileSync(new URL(`${resource}.schema.json`, target), `${JSON.stringify(published, undefined, 2)}\n`);
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
