import type { Api, Call } from './client.ts';
import { path } from './path.ts';
import { list, shape, text, wrapped, written } from './read.ts';
import type { WireCustomFieldInput } from './wire.ts';
import type { CustomFieldResponse, CustomFieldsResponse, WireCustomField } from './wire-location.ts';

/** Our names of HighLevel's `dataType`. `other` is an unknown type: shown, not editable. */
export type CustomFieldKind =
  | 'text'
  | 'large-text'
  | 'number'
  | 'phone'
  | 'money'
  | 'checkbox'
  | 'single'
  | 'multiple'
  | 'date'
  | 'time'
  | 'text-list'
  | 'file'
  | 'radio'
  | 'other';

export interface CustomField {
  id: string;
  name: string;
  /** e.g. `contact.team_size` */
  key: string;
  kind: CustomFieldKind;
  options: readonly string[];
  /** Whether a value outside the options is allowed. */
  allowsOther: boolean;
  /** The name of the folder in which HighLevel shows the field, or `''`. */
  folder: string;
  position: number;
}

/** A custom field value in HighLevel's format for writes; only `writeCustomField` creates it. */
export type CustomFieldInput = WireCustomFieldInput;

/** Reads the definitions of a location's contact fields, in HighLevel's order. */
export async function listCustomFields(api: Api, locationId: string, call?: Call): Promise<CustomField[]> {
  const request = { ...call, query: { model: 'contact' } };
  const response = shape<CustomFieldsResponse>(await api.get(path`locations/${locationId}/customFields`, request));
  const items = list(response.customFields).map((item) => shape<WireCustomField>(item));
  const isFolder = ({ documentType }: { documentType?: unknown }) => text(documentType) === 'folder';
  const folders = new Map(items.filter(isFolder).map(({ id, name }) => [text(id), text(name)]));
  return items
    .filter((item) => !isFolder(item))
    .map((item) => ({ ...readDefinition(item), folder: folders.get(text(item.parentId)) ?? '' }))
    .sort((one, other) => one.position - other.position);
}

/** Reads one definition by its id or key. Fails with `not-found` when it no longer exists. */
export async function getCustomField(api: Api, locationId: string, idOrKey: string, call?: Call): Promise<CustomField> {
  const response = await api.get(path`locations/${locationId}/customFields/${idOrKey}`, call);
  return readDefinition(wrapped<CustomFieldResponse>(response, 'customField'));
}

/** Creates a field for all contacts of a location. HighLevel's API accepts no options for it. The request is not retried. */
export async function createCustomField(
  api: Api,
  locationId: string,
  { name, kind }: { name: string; kind: Exclude<CustomFieldKind, 'other'> },
  call?: Call,
): Promise<CustomField> {
  const dataType = Object.keys(kinds).find((type) => kinds[type] === kind);
  const request = { ...call, body: { name, dataType, model: 'contact' } };
  return readDefinition(
    written<CustomFieldResponse>(await api.post(path`locations/${locationId}/customFields`, request), 'customField'),
  );
}

const kinds: Readonly<Record<string, CustomFieldKind>> = {
  TEXT: 'text',
  LARGE_TEXT: 'large-text',
  NUMERICAL: 'number',
  FLOAT: 'number',
  PHONE: 'phone',
  // HighLevel's spelling, and the correct one in case HighLevel fixes it.
  MONETORY: 'money',
  MONETARY: 'money',
  CHECKBOX: 'checkbox',
  SINGLE_OPTIONS: 'single',
  MULTIPLE_OPTIONS: 'multiple',
  DATE: 'date',
  TIME: 'time',
  TEXTBOX_LIST: 'text-list',
  FILE_UPLOAD: 'file',
  SIGNATURE: 'file',
  RADIO: 'radio',
};

function readDefinition(value: unknown): CustomField {
  const raw = shape<WireCustomField>(value);
  return {
    id: text(raw.id),
    name: text(raw.name),
    key: text(raw.fieldKey),
    kind: kinds[text(raw.dataType).toUpperCase()] ?? 'other',
    options: list(raw.picklistOptions).map(readOption).filter(Boolean),
    allowsOther: raw.isAllowedCustomOption === true,
    folder: '',
    position: Number(raw.position) || 0,
  };
}

function readOption(option: unknown): string {
  const { name, label, value } = shape<{ name: string; label: string; value: string }>(option);
  return text(option) || text(name) || text(label) || text(value);
}
