import { documentedQuirks, type Quirks } from '../../../sandbox/quirks.ts';
import { createContracts } from './contracts.ts';
import { isWanted } from './departures.ts';
import type { Exchange } from './exchange.ts';
import { violations } from './violations.ts';

const contracts = createContracts();

/** What is wrong with an exchange, one line each; not what a switched behaviour is there for. */
export function judge(exchange: Exchange, quirks: Readonly<Quirks> = documentedQuirks): string[] {
  const contract = contracts(exchange.method, exchange.url.pathname);
  if (!contract) return [];
  return violations(exchange, contract)
    .filter((finding) => !isWanted(contract.name, finding, quirks))
    .map((finding) => `${contract.name} (${exchange.status}): ${finding}`);
}
