import type { CustomField, CustomFieldInput, CustomFieldKind } from './custom-fields.ts';
import { HighLevelError } from './errors.ts';
import { type FileLink, readFileLinks, writeFileLinks } from './file-links.ts';
import { day, shape, text } from './read.ts';

interface Values {
  text: string;
  'large-text': string;
  phone: string;
  single: string;
  radio: string;
  /** `YYYY-MM-DD`, or `''`. */
  date: string;
  /** As HighLevel stores it; `HH:MM` if it was written by us. */
  time: string;
  number: number | null;
  /** In units of the location's currency, not in cents. */
  money: number | null;
  multiple: readonly string[];
  checkbox: readonly string[];
  /** Texts by the key of their text box. */
  'text-list': Readonly<Record<string, string>>;
  file: readonly FileLink[];
  /** The raw value of an unknown kind, or one that does not match its kind: shown, never written. */
  other: unknown;
}

/** The value of a custom field with its kind; a `switch` over `kind` narrows the type of `value`. */
export type CustomFieldValue = { [Kind in CustomFieldKind]: { kind: Kind; value: Values[Kind] } }[CustomFieldKind];

/**
 * The keys of a value in a write, the likeliest first: `field_value` in versions until 2023-02-21, `fieldValue` in v3. Reports name
 * all three, and HighLevel ignores without a word what stands under another key than a location's own.
 */
export const writeKeys = ['field_value', 'fieldValue', 'value'] as const;
export type WriteKey = (typeof writeKeys)[number];

/** Parses a raw value of `Contact.customFields` by its definition. A value that does not match its kind becomes `other`. */
export function readCustomField(definition: Pick<CustomField, 'kind'>, raw: unknown): CustomFieldValue {
  const { kind } = definition;
  const value = raw === undefined || raw === null ? empty[kind] : readers[kind](raw);
  return value === unfit ? { kind: 'other', value: raw } : ({ kind, value } as CustomFieldValue);
}

/** Serialises a value for `ContactChanges.customFields`. Fails with `rejected` when the field has another kind, or an unknown one. */
export function writeCustomField(
  definition: Pick<CustomField, 'id' | 'kind'>,
  value: CustomFieldValue,
  key: WriteKey = writeKeys[0],
): CustomFieldInput {
  if (value.kind !== definition.kind || value.kind === 'other') {
    throw new HighLevelError('rejected', `a custom field of kind ${definition.kind} takes no ${value.kind}`);
  }
  return { id: definition.id, [key]: write(value) };
}

function write(custom: CustomFieldValue): unknown {
  if (custom.kind === 'number' || custom.kind === 'money') return custom.value ?? '';
  if (custom.kind === 'file') return writeFileLinks(custom.value);
  return custom.value;
}

const unfit = Symbol('a value that does not fit its kind');
type Reader = (raw: unknown) => unknown;

const empty: Readonly<Record<CustomFieldKind, unknown>> = {
  text: '',
  'large-text': '',
  phone: '',
  single: '',
  radio: '',
  date: '',
  time: '',
  number: null,
  money: null,
  multiple: [],
  checkbox: [],
  'text-list': {},
  file: [],
  other: null,
};

const readers: Readonly<Record<CustomFieldKind, Reader>> = {
  text: readText,
  'large-text': readText,
  phone: readText,
  single: readChoice,
  radio: readChoice,
  date: (raw) => (raw === '' ? '' : day(raw) || unfit),
  time: readText,
  number: readNumber,
  money: readNumber,
  multiple: readChoices,
  checkbox: readChoices,
  'text-list': readTexts,
  file: (raw) => (raw === '' ? [] : (readFileLinks(raw) ?? unfit)),
  other: () => unfit,
};

function readText(raw: unknown): unknown {
  return typeof raw === 'string' || typeof raw === 'number' ? text(raw) : unfit;
}

function readChoice(raw: unknown): unknown {
  const choices = readChoices(raw);
  return Array.isArray(choices) && choices.length < 2 ? (choices[0] ?? '') : unfit;
}

function readChoices(raw: unknown): unknown {
  const choices = Array.isArray(raw) ? raw : raw === '' ? [] : [raw];
  return choices.every((choice) => readText(choice) !== unfit) ? choices.map(text) : unfit;
}

/** Parses text as a number only if no digit is lost: 19 digits, or `1.234,50`, remain text. */
function readNumber(raw: unknown): unknown {
  if (raw === '') return null;
  const number = Number(raw);
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : unfit;
  if (typeof raw !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(raw)) return unfit;
  const digits = raw
    .replace(/^-?0*(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return String(Math.abs(number)) === digits ? number : unfit;
}

function readTexts(raw: unknown): unknown {
  if (raw === '') return {};
  const texts = Object.entries(shape<Record<string, unknown>>(raw));
  const fits = typeof raw === 'object' && !Array.isArray(raw) && texts.every(([, value]) => readText(value) !== unfit);
  return fits ? Object.fromEntries(texts.map(([key, value]) => [key, text(value)])) : unfit;
}
