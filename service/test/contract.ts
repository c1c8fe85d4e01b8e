import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

/** `service/openapi.yaml`, and checks of what goes over the wire against it. */

export interface ContractNode {
  readonly [key: string]: ContractNode;
}

export const contract = parse(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')) as ContractNode;

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema(contract, 'contract');

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
const validators = new Map<string, ValidateFunction>();

function referenceIn(node: ContractNode): string[] | undefined {
  const reference: unknown = node['$ref'];
  return typeof reference === 'string' ? reference.slice(2).split('/') : undefined;
}

export function resolved(node: ContractNode): ContractNode {
  const reference = referenceIn(node);
  return reference ? resolved(reference.reduce<ContractNode>((at, part) => at[part]!, contract)) : node;
}

/** Whether a value is as the schema at this place of the contract says. */
export function fits(value: unknown, ...path: readonly string[]): boolean {
  return validator(path)(value);
}

/** Asserts it, and says what is wrong. */
export function assertFits(value: unknown, ...path: readonly string[]): void {
  const validate = validator(path);
  assert.ok(validate(value), `${path.join(' ')}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
}

function validator(path: readonly string[]): ValidateFunction {
  const pointer = `contract#/${path.map(escaped).join('/')}`;
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, validate);
  return validate;
}

/** The path of the contract that an address is of; `undefined` where there is none. */
function pathOf(url: string): string | undefined {
  const { pathname } = new URL(url.startsWith('/') ? `http://service${url}` : url);
  return Object.keys(contract['paths']!).find((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname));
}

/** Asserts that an answer is one that the contract names, in status, media type, headers and body. */
export async function assertAnswer(method: string, url: string, response: Response): Promise<void> {
  const path = pathOf(url);
  const operation = path === undefined ? undefined : contract['paths']![path]![method.toLowerCase()];
  const text = await response.clone().text();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!operation) {
    if (method === 'OPTIONS' || method === 'HEAD') return;
    assert.ok(response.status === (path === undefined ? 404 : 405), `${method} ${url}: ${response.status}`);
    assertFits(JSON.parse(text), 'components', 'schemas', 'Problem');
    return;
  }
  const answers = operation['responses']!;
  const found = answers[String(response.status)];
  assert.ok(found, `${method} ${path} may not answer ${response.status}: ${text}`);
  const answer = resolved(found);
  for (const [name, header] of Object.entries(answer['headers'] ?? {})) {
    const value = response.headers.get(name);
    const described = resolved(header);
    if (value === null) assert.ok(!described['required'], `${response.status} needs ${name}`);
    else assert.ok(ajv.validate(described['schema']!, value), `${name}: ${value}`);
  }
  if (!answer['content']) return assert.equal(text, '');
  assert.ok(type in answer['content'], `${response.status} may not be ${type}`);
  const body = JSON.parse(text) as { status?: unknown };
  const place = referenceIn(found) ?? ['paths', path!, method.toLowerCase(), 'responses', String(response.status)];
  assertFits(body, ...place, 'content', type, 'schema');
  if (type === 'application/problem+json') assert.equal(body.status, response.status);
}

/** Sends requests that are checked against the contract, answers and (where they were accepted) questions. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

export function checked(send: Send): Send {
  return async (path, init = {}) => {
    const method = init.method ?? 'GET';
    const response = await send(path, init);
    await assertAnswer(method, path, response);
    const place = pathOf(path);
    if (response.ok && place !== undefined && method === 'POST') {
      const json = typeof init.body === 'string' ? init.body : init.body instanceof FormData ? await textOf(init.body.get('body')) : undefined;
      if (json !== undefined) assertFits(JSON.parse(json), 'paths', place, 'post', 'requestBody', 'content', 'application/json', 'schema');
    }
    return response;
  };
}

async function textOf(part: FormDataEntryValue | null): Promise<string | undefined> {
  return typeof part === 'string' ? part : part?.text();
}
