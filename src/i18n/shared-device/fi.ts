import type { SharedDeviceMessages } from './en.ts';

export const fi: SharedDeviceMessages = {
  'idle-title': 'Oletko vielä paikalla?',
  'idle-text': 'Kirjoittamasi poistetaan, ellet jatka.',
  'idle-time': { one: 'Aikaa on {count} sekunti.', other: 'Aikaa on {count} sekuntia.' },
  'idle-left': { one: '{count} sekunti jäljellä', other: '{count} sekuntia jäljellä' },
  'idle-continue': 'Jatka',
  'idle-done': 'Lomake on tyhjennetty.',
};
