import type { HighLevelCode, HighLevelErrorDetails } from './errors.ts';
import { shape, text, texts } from './read.ts';
import type { WireError } from './wire-location.ts';

/** An unsuccessful response, or one that is not in HighLevel's form. */
export interface Refusal {
  status: number;
  headers: Pick<Headers, 'get'>;
  /** Unparsed, because not every refusal is JSON. */
  body: string;
}

/** Classifies a refusal: the code and the details of the error to throw. */
export function readRefusal(refusal: Refusal): { code: HighLevelCode; details: HighLevelErrorDetails } {
  const body = shape<WireError>(parse(refusal.body));
  const ours = shape<ProxyError>(body.error);
  const code = codes.find((known) => known === ours.code);
  const from = code ? { ...readOurs(ours), fromProxy: true } : readHighLevels(body);
  const details = withoutBlanks({
    ...from,
    status: refusal.status,
    retryAfter: from.retryAfter ?? retryAfter(refusal),
    traceId: from.traceId || text(body.traceId) || undefined,
  });
  return { code: code ?? codeOf(refusal.status, details), details };
}

/**
 * Seconds until a retry can succeed, from `Retry-After`, or else from HighLevel's own headers. These are in milliseconds and part
 * of every response, so they are a delay only in a 429.
 */
export function retryAfter({ status, headers }: Pick<Refusal, 'status' | 'headers'>): number | undefined {
  const retryAfter = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  if (!Number.isNaN(wait)) return Math.max(0, wait);
  if (status !== 429) return undefined;
  const spent = headers.get('x-ratelimit-daily-remaining') === '0';
  const milliseconds = headers.get(spent ? 'x-ratelimit-daily-reset' : 'x-ratelimit-interval-milliseconds');
  return milliseconds ? Number(milliseconds) / 1000 : undefined;
}

const codes: readonly HighLevelCode[] = [
  'unauthenticated',
  'forbidden',
  'not-connected',
  'not-found',
  'conflict',
  'rejected',
  'rate-limited',
  'unreachable',
];

/** Our proxy's `error` object. */
interface ProxyError {
  code: string;
  message: string;
  retryAfter: number;
  traceId: string;
  complaints: string[];
  duplicateOf: { contactId: string; matchingField: string };
  unknownOutcome: boolean;
  reason: string;
  theirs: Record<string, string>;
}

function readOurs(error: ReturnType<typeof shape<ProxyError>>): HighLevelErrorDetails {
  return {
    retryAfter: typeof error.retryAfter === 'number' ? error.retryAfter : undefined,
    traceId: text(error.traceId),
    complaints: texts(error.complaints),
    duplicateOf: readDuplicate(error.duplicateOf),
    reason: text(error.reason),
    theirs: error.theirs === undefined ? undefined : texted(error.theirs),
    unknownOutcome: typeof error.unknownOutcome === 'boolean' ? error.unknownOutcome : undefined,
  };
}

/** The texts of an object, by key. */
const texted = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(shape<Record<string, unknown>>(value)).map(([key, one]) => [key, text(one)]));

function readHighLevels(body: ReturnType<typeof shape<WireError>>): HighLevelErrorDetails {
  return { complaints: texts(body.message), duplicateOf: readDuplicate(body.meta) };
}

function readDuplicate(value: unknown): HighLevelErrorDetails['duplicateOf'] {
  const { contactId, matchingField } = shape<{ contactId: string; matchingField: string }>(value);
  return text(contactId) ? { contactId: text(contactId), matchingField: text(matchingField) || undefined } : undefined;
}

/**
 * HighLevel's statuses are ambiguous without its messages: an unknown contact is a 400, and a 401 can mean a missing scope or
 * version, or a timeout of its gateway, as well as an invalid token.
 */
function codeOf(status: number, { complaints = [], duplicateOf }: HighLevelErrorDetails): HighLevelCode {
  const words = complaints.join(' ');
  // HighLevel never redirects and its successful responses are JSON, so this response is from an intermediary.
  if (status < 400) return 'unreachable';
  if (status === 400 && !duplicateOf && /\bnot found\b/i.test(words)) return 'not-found';
  if (status === 401) {
    if (/timed out/i.test(words)) return 'unreachable';
    return /\b(scope|version)\b/i.test(words) ? 'forbidden' : 'unauthenticated';
  }
  if (status === 403) return 'forbidden';
  // A 404 without HighLevel's message comes from an intermediary and does not mean that a contact was deleted.
  if (status === 404) return /^Cannot [A-Z]+ /.test(words) ? 'rejected' : words ? 'not-found' : 'unreachable';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  return status === 408 || status >= 500 ? 'unreachable' : 'rejected';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function withoutBlanks(details: HighLevelErrorDetails): HighLevelErrorDetails {
  const kept = Object.entries(details).filter(([, value]) => value !== undefined && value !== '' && !isEmpty(value));
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
