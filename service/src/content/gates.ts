import { ballotResource } from '../../../src/model/ballots-resource.ts';
import { channelsResource } from '../../../src/model/channels-resource.ts';
import { feedbackServicesResource } from '../../../src/model/feedback-services.ts';
import type { Accepted } from '../../../src/model/gate.ts';
import { goalsResource } from '../../../src/model/goals-resource.ts';

/** The gate of a resource, as the browser has it. @param lang the language of a document that names none */
export type Gate = (raw: unknown, lang: string) => Generator<unknown, Accepted<unknown>, void> | AsyncGenerator<unknown, Accepted<unknown>, void>;

/** What is served from the content folder just as it stands there, by name on the wire. */
export const SERVED_GATES: Readonly<Record<string, Gate>> = {
  goals: (raw, lang) => goalsResource.accept(raw, { lang }),
  channels: (raw, lang) => channelsResource.accept(raw, { lang }),
  'feedback-services': (raw, lang) => feedbackServicesResource.accept(raw, { lang }),
};

/** All that is read from it. A ballot is not served as it stands there, but under the rules of its first vote. */
export const GATES: Readonly<Record<string, Gate>> = { ...SERVED_GATES, ballot: (raw, lang) => ballotResource.accept(raw, { lang }) };
