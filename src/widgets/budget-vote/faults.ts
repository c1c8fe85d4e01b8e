import type { Fault } from '../../model/gate.ts';

/** Values of a ballot's faults that are money. */
const MONEY: readonly string[] = ['budget', 'cheapest', 'cost', 'spend', 'limit'];

/** A fault with its money as it is written: the ballot's own hold it in cents. */
export function withMoney(fault: Fault, money: (cents: number) => string): Fault {
  const { values } = fault;
  if (!values) return fault;
  return { ...fault, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, MONEY.includes(name) && typeof value === 'number' ? money(value) : value])) };
}
