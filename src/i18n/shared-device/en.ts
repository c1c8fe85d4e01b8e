import type { Message } from '../en.ts';

/** What is said on a computer that several people use. */
export const en = {
  'idle-title': 'Are you still there?',
  'idle-text': 'What you have written will be removed unless you continue.',
  'idle-time': { one: 'You have {count} second.', other: 'You have {count} seconds.' },
  'idle-left': { one: '{count} second left', other: '{count} seconds left' },
  'idle-continue': 'Continue',
  'idle-done': 'The form has been emptied.',
} as const;

export type SharedDeviceKey = keyof typeof en;
export type SharedDeviceMessages = Readonly<Record<SharedDeviceKey, Message>>;
