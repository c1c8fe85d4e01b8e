import { loadChannelEditorMessages } from '../src/i18n/channel-editor/languages.ts';
import { loadBallotEditorMessages } from '../src/i18n/editor/ballots/languages.ts';
import type { Language } from '../src/i18n/languages.ts';
import { ballotResource } from '../src/model/ballots-resource.ts';
import { channelsResource } from '../src/model/channels-resource.ts';
import { feedbackServicesResource } from '../src/model/feedback-services.ts';
import type { Resource } from '../src/model/gate.ts';
import { goalsResource } from '../src/model/goals-resource.ts';
import type { ReadingOptions } from './reading-options.ts';

export const WIDGETS = ['goal-status', 'channel-directory', 'feedback-form', 'budget-vote', 'budget-results'] as const;
export type WidgetName = (typeof WIDGETS)[number];

/** What the builder has to know of a widget beyond the manifest. */
export interface BuilderWidget {
  /** Whether it reads tables and lists: else its data is a JSON file, or a service's. */
  readonly tables: boolean;
  /** Its gate, with options made of the attributes. */
  readonly resource: Resource<unknown, unknown, ReadingOptions>;
  /** What its editor reads of faults of its own. */
  readonly sentences?: (language: Language) => Promise<Readonly<Record<string, string>>>;
  /** Sample data by the name of the resource. */
  readonly samples: Readonly<Record<string, () => Promise<unknown>>>;
  /** Whether residents send something with it: its preview is to be looked at alone, so that nothing is sent or kept. */
  readonly sends: boolean;
}

const goals = () => import('../fixtures/goals/report-2026.json').then(contentOf);
const channels = () => import('../fixtures/channels/directory.json').then(contentOf);
const services = () => import('../fixtures/feedback/feedback-services.json').then(contentOf);
const ballot = () => import('../fixtures/ballots/points.json').then(contentOf);
const decided = () => import('../fixtures/ballots/results-points/ballot.json').then(contentOf);
const results = () => import('../fixtures/ballots/results-points/ballot-results.json').then(contentOf);

function contentOf(module: { readonly default: unknown }): unknown {
  return module.default;
}

export const BUILDER_WIDGETS: Readonly<Record<WidgetName, BuilderWidget>> = {
  'goal-status': { tables: true, sends: false, resource: goalsResource, samples: { goals } },
  'channel-directory': { tables: true, sends: false, resource: channelsResource, sentences: loadChannelEditorMessages, samples: { channels } },
  'feedback-form': { tables: false, sends: true, resource: feedbackServicesResource, samples: { 'feedback-services': services } },
  'budget-vote': { tables: false, sends: true, resource: ballotResource, sentences: loadBallotEditorMessages, samples: { ballot } },
  'budget-results': { tables: false, sends: false, resource: ballotResource, sentences: loadBallotEditorMessages, samples: { ballot: decided, 'ballot-results': results } },
};
