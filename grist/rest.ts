import { type GristDoc, GristError, type TableData } from './doc.ts';
import { joinResults, splitActions } from './rest-bundles.ts';
import { createRestCalls, type RestLimits } from './rest-calls.ts';
import { matching } from './table-data.ts';

export interface RestOptions extends RestLimits {
  /** Where Grist is, e.g. `https://docs.getgrist.com`, or with the path of a team: `https://grist.example.org/o/team`. */
  url: string;
  docId: string;
  /** An API key of a person or of a service account; it is sent to `url` alone. */
  key: string;
  fetch?: typeof fetch;
  /** Ends calls that run or wait; they reject with its reason. */
  signal?: AbortSignal;
}

/** A document over Grist's REST API. */
export interface RestDoc extends GristDoc {
  /** The same document, in the same queue, for work that ends with a signal. */
  until(signal: AbortSignal): RestDoc;
}

/** A longer query does not get through every server on the way; then the table is read whole. */
const longestFilter = 6_000;

/**
 * Opens a document with an API key. Calls run one at a time: Grist refuses more than a few at once, and a bundle does not overtake
 * another. A call that Grist was too busy for is repeated; so is a read that had no answer. A bundle without an answer is not: it
 * may have been applied, and the call throws `unreachable`.
 *
 * A bundle of more than 500 rows or 0.9 MB (Grist takes 1 MB, facts: limits) goes as several, in order; it is then not atomic:
 * what throws may have applied those before it. REST has no description for a bundle, so `apply` drops it.
 */
export function createRestDoc({ url, docId, key, fetch: send = fetch, signal, ...limits }: RestOptions): RestDoc {
  const base = `${url.replace(/\/+$/, '')}/api/docs/${encodeURIComponent(docId)}`;
  return openDoc(createRestCalls({ base, key, send, limits }), signal);
}

function openDoc(calls: ReturnType<typeof createRestCalls>, signal?: AbortSignal): RestDoc {
  return {
    async fetchTable(tableId, where) {
      const path = `/tables/${encodeURIComponent(tableId)}/data`;
      const filter = where ? `?filter=${encodeURIComponent(JSON.stringify(where))}` : '';
      const isLong = filter.length > longestFilter;
      const data = toTableData(await calls.read(isLong ? path : `${path}${filter}`, signal));
      return isLong && where ? matching(data, where) : data;
    },

    async apply(actions) {
      const results: unknown[] = [];
      for (const bundle of splitActions(actions)) {
        // Text stays text: Grist would read numbers and dates out of it.
        const answer = await calls.write('/apply?noparse=1', bundle.actions, signal);
        joinResults(results, bundle, retValuesIn(answer));
      }
      return results;
    },

    until: (next) => openDoc(calls, signal ? AbortSignal.any([signal, next]) : next),
  };
}

const unusable = () => new GristError('unreachable', 'Grist answered with something else than its API does');

function toTableData(answer: unknown): TableData {
  if (!isObject(answer) || !Array.isArray(answer.id)) throw unusable();
  return answer as unknown as TableData;
}

function retValuesIn(answer: unknown): readonly unknown[] {
  if (!isObject(answer) || !Array.isArray(answer.retValues)) throw unusable();
  return answer.retValues;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
