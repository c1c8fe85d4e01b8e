import type { ChannelDraft } from './channel-collection.ts';
import { needNamed } from './channel-terms.ts';
import { isSaid, textKey, wordingsOf, type Text } from './text.ts';

/** Adds a need by its code or by the city's own word. */
export function addNeed(channel: ChannelDraft, word: Text): void {
  const code = wordingsOf(word).map(needNamed).find(Boolean);
  // A code is what programs write; it is no word to be shown.
  const isCode = code !== undefined && wordingsOf(word).every((wording) => wording === code);
  const known = channel.needs.some((need) => (code ? need.code === code : !need.code && textKey(need.word) === textKey(word)));
  if (isSaid(word) && !known) channel.needs.push({ ...(code && { code }), ...(!isCode && { word }) });
}

/** A channel that needs no internet serves the need; said in one way, it is found by both. */
export function setNeedsInternet(channel: ChannelDraft, needsInternet: boolean): void {
  channel.needsInternet = needsInternet;
  if (!needsInternet) addNeed(channel, 'without-internet');
}
