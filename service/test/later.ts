/** Sets the clock of a process forward by `AUKIO_TEST_LATER` milliseconds, before the service starts in it. */
const later = Number(process.env['AUKIO_TEST_LATER']);
const now = Date.now.bind(Date);

globalThis.Date = class extends Date {
  constructor(...values: [] | [string | number | Date]) {
    if (values.length) super(...values);
    else super(now() + later);
  }

  static override now(): number {
    return now() + later;
  }
} as DateConstructor;
