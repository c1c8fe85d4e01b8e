import { INSTANT, type Formats } from '../../core/formats.ts';

/** An ISO instant as the device's own clock shows it, with its zone; undefined where that clock shows what Finland's does. */
export function instantHere(iso: string, formats: Formats): string | undefined {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return undefined;
  const isFinnish = formats.moments(INSTANT).format(time) === formats.moments({ ...INSTANT, timeZone: 'Europe/Helsinki' }).format(time);
  return isFinnish ? undefined : formats.moments({ ...INSTANT, timeZoneName: 'short' }).format(time);
}
