import { documentedQuirks, type Quirks } from '../../../sandbox/quirks.ts';
import { createContracts } from './contracts.ts';
import { isExpected } from './departures.ts';
import type { Exchange } from './exchange.ts';
import { violations } from './violations.ts';

const contracts = createContracts();

/** The violations of an exchange, one line each, without those expected of a switched behaviour. */
export function judge(exchange: Exchange, quirks: Readonly<Quirks> = documentedQuirks): string[] {
  const contract = contracts(exchange.method, exchange.url.pathname);
  if (!contract) return [];
  return violations(exchange, contract)
    .filter((finding) => !isExpected(contract.name, finding, quirks))
    .map((finding) => `${contract.name} (${exchange.status}): ${finding}`);
}
