import { fillMessage, type Message, type MessageValues } from '../i18n/languages.ts';
import type { Formats } from './formats.ts';

/**
 * A sentence in an element's language, or the page's own from `data-text-<key>`.
 * @param messages undefined until they have come: the sentence is then empty
 */
export function sentence(element: Element, key: string, values: MessageValues, messages: Readonly<Partial<Record<string, Message>>> | undefined, formats: Formats): string {
  return fillMessage(element.getAttribute(`data-text-${key}`) ?? messages?.[key] ?? '', values, formats);
}
