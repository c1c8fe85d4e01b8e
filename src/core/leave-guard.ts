/** Asks before the page is left with unsent words. One per form. */
export interface LeaveGuard {
  /** Unsent words stand in the page since a person wrote them, or no longer do. */
  hold(unsent: boolean): void;
}

/**
 * It listens only while there are unsent words: a page with such a listener cannot be shown from the browser's cache of
 * pages when the visitor comes back.
 */
export function createLeaveGuard(): LeaveGuard {
  // Each guard has its own, or one form would take the listener of another with it.
  const ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Browsers of before 2024 ask for this alone.
    event.returnValue = true;
  };
  return {
    hold(unsent) {
      if (unsent) addEventListener('beforeunload', ask);
      else removeEventListener('beforeunload', ask);
    },
  };
}
