import { adoptStyles, type CSSResult, type CSSResultOrNative, type LitElement, type ReactiveController } from 'lit';

/** Parts come in any order, and none takes away what another brought. */
const later = new WeakMap<LitElement, readonly CSSResult[]>();

/** Gives an element the styles of a part of it that was loaded later; those it has stay. */
export function addStyles(host: LitElement, ...more: readonly CSSResult[]): void {
  const before = later.get(host) ?? [];
  later.set(host, [...before, ...more.filter((style) => !before.includes(style))]);
  if (host.shadowRoot) adopt(host);
  else host.addController(atFirstSight(host));
}

function adopt(host: LitElement): void {
  adoptStyles(host.shadowRoot!, [...(host.constructor as typeof LitElement).elementStyles, ...later.get(host)!] as CSSResultOrNative[]);
}

/** An element has no root of its own before it stands on the page, and takes the place of the page's own content. */
function atFirstSight(host: LitElement): ReactiveController {
  const controller: ReactiveController = {
    hostUpdated: () => {
      if (!host.shadowRoot) return;
      host.removeController(controller);
      adopt(host);
    },
  };
  return controller;
}
