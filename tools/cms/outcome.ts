/** What an editor may paste: the letters of the README, `list` being form B around a list of links. */
export const FORMS = ['A', 'B', 'list', 'C', 'D'] as const;
export type Form = (typeof FORMS)[number];

/**
 * What became of a form: the widget with its data and heading, the same with a damaged heading, or what residents see
 * instead: the plain table or list, its words without the table, the markup itself as text, or nothing, since form D
 * before it has taken it for its own.
 */
export type Outcome = 'works' | 'heading' | 'table' | 'list' | 'text' | 'code' | 'taken';
export type Outcomes = Readonly<Record<Form, Outcome>>;

/** The heading that every form of `fixtures/cms/pasted.html` asks for where it asks for one. */
const GOALS = 'Tavoitteet: 2026';
const CHANNELS = 'Näin tavoitat meidät';

const WIDGETS = 'aukio-goal-status,aukio-channel-directory';

interface Widget extends HTMLElement {
  readonly data?: { readonly goals?: readonly unknown[]; readonly channels?: readonly unknown[] };
}

/** Whether all that asks for a widget under `page` has become one, and each of them has its data or has said why not. */
export function settled(page: Element): boolean {
  const asking = [...page.querySelectorAll('a[href*="#aukio="],[data-aukio]')].filter((place) => !place.closest(WIDGETS) && !place.querySelector(WIDGETS));
  const widgets = [...page.querySelectorAll(WIDGETS)];
  return asking.length === 0 && widgets.length > 0 && widgets.every((widget) => !widget.matches('p>:empty') && widget.matches(':is(:state(ready),:state(empty),:state(error))'));
}

/** What became of each form of the snippet under `page`. */
export function outcomes(page: Element): Outcomes {
  const instead = (selector: string, words: string, kept: Outcome): Outcome => {
    const content = [...page.querySelectorAll<HTMLElement>(selector)].filter((element) => element.textContent.includes(words));
    if (content.some((element) => !element.closest(WIDGETS))) return kept;
    if (content.some((element) => element.closest(':not([data-aukio]) > aukio-channel-directory'))) return 'taken';
    return page.textContent.includes('<aukio-') ? 'code' : 'text';
  };
  const judged = (selector: string, heading: string, items: number, otherwise: () => Outcome): Outcome => {
    const widget = page.querySelector<Widget>(selector);
    const found = widget?.data?.goals ?? widget?.data?.channels ?? [];
    if (!widget || (items ? found.length !== items : found.length === 0)) return otherwise();
    return (widget.shadowRoot?.querySelector('[part~="heading"]')?.textContent.trim() ?? '') === heading ? 'works' : 'heading';
  };
  return {
    A: judged('aukio-goal-status[heading]', GOALS, 1, () => instead('table', 'Toiminnallinen tavoite', 'table')),
    B: judged('[data-aukio=goal-status] > aukio-goal-status', GOALS, 2, () => instead('table', 'Kirjastoauto', 'table')),
    list: judged('[data-aukio=channel-directory] > aukio-channel-directory', CHANNELS, 3, () => instead('ul', 'Palautelomake', 'list')),
    C: judged('aukio-goal-status[data-src]', GOALS, 0, () => 'text'),
    D: judged(':not([data-aukio]) > aukio-channel-directory', '', 1, () => instead('table', 'Viestintäkanava', 'table')),
  };
}
