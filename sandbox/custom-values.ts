import type { WireCustomFieldInput, WireCustomFieldValue } from '../highlevel/wire.ts';
import type { WireCustomField } from '../highlevel/wire-location.ts';
import { isPlainObject } from './dto.ts';
import { unprocessable } from './errors.ts';
import type { Quirks } from './quirks.ts';
import type { LocationData } from './state.ts';
import type { Version } from './version.ts';

/** The custom fields after a write: fields not named stay, an empty value removes a field, unknown fields are ignored. */
export function mergeCustomFields(
  before: readonly WireCustomFieldValue[],
  inputs: readonly unknown[],
  context: { location: LocationData; quirks: Quirks; version: Version },
): WireCustomFieldValue[] {
  const values = new Map(before.map((item) => [item.id, item.value]));
  inputs.forEach((input, index) => {
    if (!isPlainObject(input)) throw unprocessable([`customFields.${index} must be an object`]);
    const field = findField(context.location, input);
    const given = givenValue(input, context);
    if (!field || given === undefined) return;
    const value = given === null ? '' : storedValue(field, given, index);
    if (isEmpty(value)) values.delete(field.id);
    else values.set(field.id, value);
  });
  return [...values].map(([id, value]) => ({ id, value }));
}

function findField(location: LocationData, input: WireCustomFieldInput): WireCustomField | undefined {
  if (input.id) return location.customFields.get(input.id);
  const key = input.key?.replace(/^\{\{\s*|\s*\}\}$/g, '');
  return [...location.customFields.values()].find(({ fieldKey }) => fieldKey === key || fieldKey === `contact.${key}`);
}

function givenValue(
  input: Record<string, unknown>,
  { quirks, version }: { quirks: Quirks; version: Version },
): unknown {
  if (quirks.customFieldKey === 'any') return input.field_value ?? input.fieldValue ?? input.value;
  if (version === 'v3') return input.fieldValue ?? input.field_value;
  return input[quirks.customFieldKey];
}

function storedValue(field: WireCustomField, given: unknown, index: number): unknown {
  switch (field.dataType) {
    case 'NUMERICAL':
    case 'MONETORY': {
      if (given === '') return '';
      const value = Number(given);
      if (Number.isFinite(value)) return value;
      throw unprocessable([`customFields.${index}.field_value must be a number`]);
    }
    case 'CHECKBOX':
    case 'MULTIPLE_OPTIONS':
      return Array.isArray(given) ? given.map(String) : given === '' ? [] : [String(given)];
    case 'TEXTBOX_LIST':
    case 'FILE_UPLOAD':
      return given;
    default:
      return Array.isArray(given) ? given.join(', ') : String(given);
  }
}

const isEmpty = (value: unknown) =>
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isPlainObject(value) && Object.keys(value).length === 0);
