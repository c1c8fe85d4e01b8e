import { readBody } from '../http/body.ts';
import { Problem } from '../http/problems.ts';

/** Bytes of the longest form: a reply of 4,000 characters, each written as `%XX` several times over, and what was kept of it. */
const FORM_MAX = 200_000;

/** More than two for each project of a ballot. Anybody may send a form, and each field takes time. */
const FIELDS_MAX = 2_100;

/** A form as a browser sends it; of fields of one name, the first. Line breaks are `\n`, and there are no other control characters but tabs. */
export class Form {
  readonly #fields = new Map<string, string>();

  /** @throws {Problem} `too-large` where it has very many fields */
  constructor(fields: URLSearchParams) {
    if (fields.size > FIELDS_MAX) throw new Problem('too-large', { detail: `At most ${FIELDS_MAX} fields.` });
    for (const [name, value] of fields) if (!this.#fields.has(name)) this.#fields.set(name, value);
  }

  /** Without space around it; empty where the field is absent. */
  text(name: string): string {
    return (this.#fields.get(name) ?? '').replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '').trim();
  }

  /** Undefined where something else than one of these was chosen. */
  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    return values.find((value) => value === this.#fields.get(name));
  }

  names(): readonly string[] {
    return [...this.#fields.keys()];
  }
}

/** @throws {Problem} `too-large` */
export async function readForm(request: Request): Promise<Form> {
  return new Form(new URLSearchParams(new TextDecoder().decode(await readBody(request, FORM_MAX))));
}
