import type { ErrorObject } from 'ajv';
import { missingKeys, requiredKeys } from './required-keys.ts';
import { type Contract, loadContracts } from './spec.ts';

/** A request and its answer, as they crossed the wire. */
export interface Exchange {
  method: string;
  url: URL;
  version: string | null;
  requestBody: unknown;
  status: number;
  responseBody: unknown;
}

/** Statuses that HighLevel answers although its specification names them nowhere. */
const undocumented = new Set([400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504]);

let contractFor: ReturnType<typeof loadContracts> | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function errorViolations({ status, responseBody }: Exchange, contract: Contract): string[] {
  if (!undocumented.has(status) && !contract.responses.has(status)) return [`status ${status} is not HighLevel's`];
  const message = isRecord(responseBody) ? responseBody.message : undefined;
  const words =
    typeof message === 'string' || (Array.isArray(message) && message.every((line) => typeof line === 'string'));
  return words ? [] : [`an error of status ${status} carries no message`];
}

function queryViolations({ url }: Exchange, { query }: Contract): string[] {
  const known = new Set(query.map((parameter) => parameter.name));
  const sent = new Set([...url.searchParams.keys()].map((key) => key.replace(/\[\]$/, '')));
  return [
    ...query.filter(({ required, name }) => required && !sent.has(name)).map(({ name }) => `query ${name} is missing`),
    ...[...sent].filter((name) => !known.has(name)).map((name) => `query ${name} is unknown`),
  ];
}

const wrong = (what: string, errors: ErrorObject[] = []) =>
  errors.slice(0, 3).map(({ instancePath, message }) => `${what} ${instancePath || '(whole)'} ${message}`);

/**
 * Judges one exchange by HighLevel's specification and our overlay. A request is judged only when it was accepted: a
 * refused one may be wrong on purpose. Version 3 answers are left alone, the specification at hand is of 2021.
 */
export function violations(exchange: Exchange): string[] {
  contractFor ??= loadContracts();
  const { method, url, status, version, requestBody, responseBody } = exchange;
  const contract = contractFor(method, url.pathname);
  if (!contract || version === 'v3') return [];
  const found: string[] = [];
  if (status >= 400) {
    found.push(...errorViolations(exchange, contract));
  } else {
    const judge = contract.responses.get(status);
    if (judge === undefined) found.push(`status ${status} is not among ${[...contract.responses.keys()].join(', ')}`);
    found.push(...wrong('answer', judge?.(responseBody)), ...wrong('request', contract.request?.(requestBody)));
    found.push(...queryViolations(exchange, contract));
    found.push(...missingKeys(responseBody, requiredKeys[contract.name] ?? []).map((key) => `answer lacks ${key}`));
  }
  return found.map((violation) => `${contract.name} (${status}): ${violation}`);
}
