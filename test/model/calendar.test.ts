import { expect } from '@open-wc/testing';
import { calendarText } from '../../src/model/calendar.ts';

const ENTRY = {
  id: 'x@city.example', title: 'Äänestä; kohteet, rahat', description: 'Yksi\nkaksi', url: 'https://city.example/vote/',
  start: Date.UTC(2026, 4, 24, 16), end: Date.UTC(2026, 4, 24, 17), remindBefore: 24, now: Date.UTC(2026, 4, 1),
};

describe('a calendar entry', () => {
  it('has its times in UTC and its marks escaped', () => {
    const lines = calendarText(ENTRY).split('\r\n');
    expect(lines).to.include.members(['BEGIN:VCALENDAR', 'DTSTART:20260524T160000Z', 'DTEND:20260524T170000Z', 'DTSTAMP:20260501T000000Z', 'SUMMARY:Äänestä\\; kohteet\\, rahat', 'DESCRIPTION:Yksi\\nkaksi', 'TRIGGER:-PT24H']);
    expect(lines.at(-2)).to.equal('END:VCALENDAR');
    expect(lines.at(-1)).to.equal('');
  });

  it('folds lines at 75 octets and cuts no letter', () => {
    const title = 'ä🌳'.repeat(60);
    const text = calendarText({ ...ENTRY, title });
    const encoder = new TextEncoder();
    for (const line of text.split('\r\n')) expect(encoder.encode(line).length).to.be.at.most(75);
    expect(text.replaceAll('\r\n ', '')).to.contain(`SUMMARY:${title}\r\n`);
  });
});
