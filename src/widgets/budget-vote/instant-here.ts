import { INSTANT } from '../../core/formats.ts';

/** An ISO instant as the device's own clock shows it, with its zone; undefined where that clock shows what Finland's does. @param locales the tags that `Intl` is given */
export function instantHere(iso: string, locales: readonly string[]): string | undefined {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return undefined;
  const shown = (timeZone?: string): string => new Intl.DateTimeFormat('en', { ...INSTANT, ...(timeZone && { timeZone }) }).format(time);
  return shown() === shown('Europe/Helsinki') ? undefined : new Intl.DateTimeFormat([...locales], { ...INSTANT, timeZoneName: 'short' }).format(time);
}
