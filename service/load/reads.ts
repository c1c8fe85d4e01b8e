import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { startService } from '../test/running.ts';

const REPORT = new URL('../../fixtures/goals/report-2026.json', import.meta.url);

/** How many times a second a goal report is read, whole and by those who have it. */
export async function reads({ clients, seconds }: { readonly clients: number; readonly seconds: number }): Promise<Readonly<Record<string, number>>> {
  const service = await startService({ environment: { AUKIO_LOG_LEVEL: 'warn' } });
  try {
    copyFileSync(REPORT, join(service.data, 'content', 'goals.json'));
    const address = new URL('goals', service.url);
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const perSecond = async (headers: Record<string, string>) => {
      const end = performance.now() + seconds * 1000;
      const counts = await Promise.all(Array.from({ length: clients }, async () => {
        let count = 0;
        for (; performance.now() < end; count++) await (await fetch(address, { headers })).arrayBuffer();
        return count;
      }));
      return counts.reduce((sum, count) => sum + count, 0) / seconds;
    };
    return { 'A goal report, read whole': await perSecond({}), 'The same by who has it (304)': await perSecond({ 'If-None-Match': etag }) };
  } finally {
    await service.stop();
  }
}
