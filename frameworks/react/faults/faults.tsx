import type {} from 'aukio/types/jsx.d.ts';

/** Faults that the types must find: a level in words, a source that is none, an event without the field. */
export const Faults = () => (
  <>
    <aukio-goal-status heading-level="two" />
    <aukio-goal-status source="/api/" />
    <aukio-goal-status onaukio-ready={(event) => event.detail.goals} />
  </>
);
