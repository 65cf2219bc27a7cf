import type { CustomField } from '../highlevel/custom-fields.ts';
import { type CustomFieldValue, readCustomField } from '../highlevel/custom-values.ts';
import { HighLevelError } from '../highlevel/errors.ts';

export const linesOf = (text: string) => text.split('\n').filter(Boolean);

/** A line holds one text: breaks within a box become blanks. */
const asLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/** A custom field's value as text: a list has one item a line. */
export function customText(definition: CustomField, raw: unknown): string {
  const { kind, value } = readCustomField(definition, raw);
  if (kind === 'text-list') return Object.values(value).map(asLine).filter(Boolean).join('\n');
  if (kind === 'file') return value.map(({ url }) => url).join('\n');
  if (kind === 'other') return value === null || value === undefined ? '' : JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return value.join('\n');
  return value === null ? '' : String(value);
}

/** The same the other way. `raw` is what the field holds now. Fails with `rejected` for kinds that a text cannot say. */
export function customValue(definition: CustomField, text: string, raw: unknown): CustomFieldValue {
  const { kind } = definition;
  switch (kind) {
    case 'number':
    case 'money':
      return { kind, value: text.trim() === '' ? null : Number(text) };
    case 'multiple':
    case 'checkbox':
      return { kind, value: linesOf(text) };
    case 'text-list':
      return { kind, value: boxesOf(definition, linesOf(text), raw) };
    case 'file':
    case 'other':
      throw new HighLevelError('rejected', `a custom field of kind ${kind} cannot be written as text`);
    default:
      return { kind, value: text };
  }
}

/** A line that is in a box already keeps it, breaks and all; the others take the boxes that are left, in order. */
function boxesOf(definition: CustomField, lines: readonly string[], raw: unknown): Record<string, string> {
  const { kind, value } = readCustomField(definition, raw);
  const boxes = kind === 'text-list' ? Object.entries(value) : [];
  const wanted = [...lines];
  const kept = new Map<string, string>();
  for (const [key, text] of boxes) {
    const at = wanted.indexOf(asLine(text));
    if (at < 0) continue;
    kept.set(key, text);
    wanted.splice(at, 1);
  }
  const free = boxes.map(([key]) => key).filter((key) => !kept.has(key));
  for (const line of wanted) kept.set(free.shift() ?? crypto.randomUUID(), line);
  const order = [...boxes.map(([key]) => key), ...kept.keys()];
  return Object.fromEntries(order.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) ?? '']] : [])));
}
