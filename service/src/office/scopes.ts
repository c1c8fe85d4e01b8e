/** What a token may allow. Each is needed by itself: writing does not include reading. */
export const SCOPES = ['feedback:read', 'feedback:write', 'feedback:export', 'feedback:erase', 'log:read', 'votes:enter'] as const;
export type Scope = (typeof SCOPES)[number];

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}
