import type { SharedDeviceMessages } from './en.ts';

export const sv: SharedDeviceMessages = {
  'idle-title': 'Är du kvar?',
  'idle-text': 'Det du har skrivit tas bort om du inte fortsätter.',
  'idle-time': { one: 'Du har {count} sekund på dig.', other: 'Du har {count} sekunder på dig.' },
  'idle-left': { one: '{count} sekund kvar', other: '{count} sekunder kvar' },
  'idle-continue': 'Fortsätt',
  'idle-done': 'Formuläret har tömts.',
};
