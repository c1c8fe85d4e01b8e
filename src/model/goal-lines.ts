import type { Goal } from './goals.ts';
import { textKey, type Text } from './text.ts';

/** Goals that stand under one heading. */
export interface GoalGroup {
  /** Unique among the groups; for `forecast` and `state` as `judgementKey` makes it. */
  readonly key: string;
  /** The focus above the heading, where groups are lines. */
  readonly focus?: Text | undefined;
  /** Absent where the data has no words for it: no line, no responsible, a judgement whose code has a label of its own. */
  readonly heading?: Text | undefined;
  readonly goals: readonly Goal[];
}

/**
 * Groups goals under their lines, as a report has them: lines and focuses in the document's order,
 * a focus's lines together even where it names another in between.
 */
export function groupByLine(goals: readonly Goal[]): readonly GoalGroup[] {
  const focuses = new Map<string, Map<string, GoalGroup & { readonly goals: Goal[] }>>();
  const keys = new Map<Text | undefined, string>();
  // The same few texts stand on thousands of goals, and folding them takes its time.
  const keyOf = (text: Text | undefined): string => {
    const key = keys.get(text) ?? textKey(text);
    keys.set(text, key);
    return key;
  };
  for (const goal of goals) {
    const focus = keyOf(goal.focus);
    const line = keyOf(goal.line);
    const lines = focuses.get(focus) ?? new Map<string, GoalGroup & { readonly goals: Goal[] }>();
    focuses.set(focus, lines);
    const group = lines.get(line);
    if (group) group.goals.push(goal);
    else lines.set(line, { key: `${focus}\n${line}`, focus: goal.focus, heading: goal.line, goals: [goal] });
  }
  return [...focuses.values()].flatMap((lines) => [...lines.values()]);
}
