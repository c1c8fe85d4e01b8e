/**
 * A reporter for `node --test`: what a run comes to, as a `Count` in JSON. A group is no test, and what was skipped has not passed.
 * @param {AsyncIterable<{ type: string, data: { name: string, file?: string, skip?: unknown, todo?: unknown, details?: { type?: string, error?: Error & { cause?: unknown, failureType?: string } } } }>} events
 */
export default async function* count(events) {
  let passed = 0;
  const failures = [];
  for await (const { type, data } of events) {
    if (type === 'test:pass' && data.details?.type !== 'suite' && data.skip === undefined) passed += 1;
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue;
    const { cause } = data.details?.error ?? {};
    failures.push(`${data.file ?? ''}: ${data.name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  }
  yield JSON.stringify({ passed, failures });
}
