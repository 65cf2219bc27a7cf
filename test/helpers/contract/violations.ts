import type { ErrorObject } from 'ajv';
import type { BodyRule, Contract } from './contracts.ts';
import type { Exchange } from './exchange.ts';
import { missingKeys, requiredKeys } from './required-keys.ts';
import { unnamedAnswerKeys } from './unnamed-keys.ts';

/** Statuses of HighLevel's refusals that its specification does not list. */
const undocumented = new Set([400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504]);

/**
 * Validates one exchange by HighLevel's specification and our overlays. A request is validated only if it was accepted: a
 * refused one may be wrong on purpose. Version 3 is not validated, the available specification is of 2021.
 */
export function violations(exchange: Exchange, contract: Contract): string[] {
  if (exchange.version === 'v3') return [];
  if (exchange.status >= 400) return errorViolations(exchange, contract);
  return [...answerViolations(exchange, contract), ...requestViolations(exchange, contract)];
}

function errorViolations({ status, responseBody }: Exchange, { name, responses }: Contract): string[] {
  if (!undocumented.has(status) && !responses.has(status)) return [`status ${status} is not HighLevel’s`];
  if (!isRecord(responseBody)) return ['the error has no body'];
  // The token endpoint uses the error format of OAuth 2.0 (RFC 6749, section 5.2).
  const { message, error_description } = responseBody;
  const words = message ?? (name === 'POST /oauth/token' ? error_description : undefined);
  const hasMessage =
    typeof words === 'string' || (Array.isArray(words) && words.every((line) => typeof line === 'string'));
  return hasMessage ? [] : ['the error has no message'];
}

function answerViolations({ status, responseBody }: Exchange, { name, responses }: Contract): string[] {
  const rule = responses.get(status);
  if (rule === undefined) return [`status ${status} is not among ${[...responses.keys()].join(', ')}`];
  const unnamed = ['traceId', ...(unnamedAnswerKeys[name] ?? [])];
  return [
    ...wrong('answer', rule, responseBody),
    ...unknownKeys(rule, responseBody)
      .filter((key) => !unnamed.includes(key))
      .map((key) => `answer has ${key}, which is unknown`),
    ...missingKeys(responseBody, requiredKeys[name] ?? []).map((key) => `answer lacks ${key}`),
  ];
}

function requestViolations({ url, requestBody }: Exchange, { request, query }: Contract): string[] {
  const sent = [...url.searchParams].map(([key, value]) => ({ name: key.replace(/\[\]$/, ''), value }));
  const wrongQuery = sent.flatMap(({ name, value }) => {
    const known = query.find((parameter) => parameter.name === name);
    if (!known) return [`query ${name} is unknown`];
    return known.values && !known.values.includes(value) ? [`query ${name} is not one of ${known.values}`] : [];
  });
  return [
    ...wrong('request', request, requestBody),
    ...unknownKeys(request, requestBody).map((key) => `request has ${key}, which is unknown`),
    ...query
      .filter(({ name, required }) => required && !sent.some((parameter) => parameter.name === name))
      .map(({ name }) => `query ${name} is missing`),
    ...wrongQuery,
  ];
}

const unknownKeys = (rule: BodyRule | null, body: unknown): string[] =>
  rule?.keys && isRecord(body) ? Object.keys(body).filter((key) => !rule.keys?.has(key)) : [];

const wrong = (what: string, rule: BodyRule | null, body: unknown): string[] =>
  (rule?.errors(body) ?? []).slice(0, 3).map((error) => `${what} ${error.instancePath || '(whole)'} ${wordsOf(error)}`);

const wordsOf = ({ message, params }: ErrorObject) =>
  params.allowedValues ? `${message}: ${params.allowedValues}` : `${message}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
