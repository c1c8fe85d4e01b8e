import type { Secrets } from '../secrets.ts';

/** Of the receipt codes of one ballot. Made public when voting has closed, so that a device can work out its own code again. */
export function receiptSalt({ secrets }: { readonly secrets: Secrets }, ballot: string): string {
  return secrets.mac('vote-receipt', ballot).toString('base64url');
}
