import { SourceError, type DataSource, type Query } from '../../src/index.ts';

/** What the town’s planning system answers, under names of its own. */
interface Plan {
  readonly committee: string;
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly tasks: readonly Task[];
}

interface Task {
  readonly key: string;
  readonly name: string;
  readonly programme: string;
  readonly unit: string;
  readonly indicator: string;
  readonly wanted: number;
  readonly reached: number;
  readonly light: keyof typeof FORECASTS;
}

/** What the lights mean is the town’s to say, so it stands here and not in the widget. */
const FORECASTS = { green: 'on-track', yellow: 'partly', red: 'not-met', grey: 'not-assessed' } as const;

/** Goals from the planning system at `address`, such as `https://plan.merilehto.example/`. */
export function planningSource(address: string): DataSource {
  return {
    async read(resource, query, { signal }) {
      if (resource !== 'goals') throw new SourceError('not-found');
      const url = new URL('tasks', address);
      const { period } = query as Query<'goals'>;
      if (period) url.searchParams.set('period', period);

      let response: Response;
      try {
        response = await fetch(url, { signal, credentials: 'omit' });
      } catch (cause) {
        signal.throwIfAborted();
        throw new SourceError(navigator.onLine ? 'unavailable' : 'offline', { cause });
      }
      if (response.status === 404) throw new SourceError('not-found', { status: 404, url: url.href });
      if (!response.ok) throw new SourceError('unavailable', { status: response.status, url: url.href });
      return goalsOf((await response.json()) as Plan);
    },
  };
}

function goalsOf({ committee, from, to, written, tasks }: Plan): unknown {
  const id = `${from}--${to}`;
  return {
    lang: 'fi',
    body: committee,
    periods: [{ id, label: `${from} – ${to}`, start: from, end: to, asOf: written }],
    goals: tasks.map((task) => ({
      id: task.key,
      title: task.name,
      line: task.programme,
      responsible: [task.unit],
      measures: [{ text: task.indicator, target: task.wanted }],
      reports: [{ period: id, actuals: [{ measure: 0, value: task.reached }], forecast: FORECASTS[task.light] }],
    })),
  };
}
