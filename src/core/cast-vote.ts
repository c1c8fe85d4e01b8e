import type { Choice } from '../model/vote.ts';

/** A vote that the city has received, as this device remembers it. */
export interface CastVote {
  readonly choices: readonly Choice[];
  /** The vote's own UUID and the rules that it was made under: with them its receipt's code can be worked out again. */
  readonly id?: string;
  readonly rulesVersion?: string;
  /** The receipt's code. */
  readonly code?: string;
  /** ISO instant by the server's clock. */
  readonly receivedAt: string;
}

/** What a device remembers of one ballot. */
export interface Remembered {
  /** Of the order in which projects are shown. */
  readonly seed?: number;
  /** The browser's random mark, where nobody is identified. */
  readonly device?: string;
  readonly cast?: CastVote;
}

/** Where it is kept. @param ballot its id */
export function rememberedAt(ballot: string): string {
  return `aukio-ballot ${ballot}`;
}

/** What this device remembers of a ballot; nothing where it may keep nothing. */
export function remembered(ballot: string): Remembered {
  try {
    return parsed(JSON.parse(localStorage.getItem(rememberedAt(ballot)) ?? '{}'));
  } catch {
    return {};
  }
}

/** What stands in storage may have been written by another version. */
function parsed(raw: unknown): Remembered {
  const { seed, device, cast } = Object(raw) as Partial<Remembered>;
  return {
    ...(typeof seed === 'number' && { seed }),
    ...(typeof device === 'string' && { device }),
    ...(cast && Array.isArray(cast.choices) && typeof cast.receivedAt === 'string' && { cast }),
  };
}
