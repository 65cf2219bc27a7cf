import type { WireContactCreate, WireContactUpdate, WireContactUpsert } from '../highlevel/wire.ts';
import { country, dto, email, filled, flag, list, nullable, object, optional, required, text, texts } from './dto.ts';

const common = {
  firstName: nullable(text),
  lastName: nullable(text),
  name: nullable(text),
  email: nullable(email),
  phone: nullable(text),
  address1: nullable(text),
  city: nullable(text),
  state: nullable(text),
  postalCode: optional(text),
  website: nullable(text),
  timezone: nullable(text),
  dnd: optional(flag),
  dndSettings: optional(object),
  inboundDndSettings: optional(object),
  tags: optional(texts),
  customFields: optional(list),
  dateOfBirth: nullable(text),
  country: optional(country),
};

const creating = {
  ...common,
  locationId: required(text, filled),
  gender: optional(text),
  companyName: nullable(text),
  source: optional(text),
  assignedTo: optional(text),
};

export const contactCreate = dto<WireContactCreate>(creating);

export const contactUpsert = dto<WireContactUpsert>({ ...creating, createNewIfDuplicateAllowed: optional(flag) });

/** No `locationId`, `companyName`, `gender`, `businessId`, `followers` or `type`: HighLevel refuses them with 422. */
const updating = { ...common, source: nullable(text), assignedTo: nullable(text) };

export const contactUpdate = dto<WireContactUpdate>(updating);

/** The update of an installation that accepts `companyName`. */
export const contactUpdateWithCompany = dto<WireContactUpdate & { companyName?: string | null }>({
  ...updating,
  companyName: nullable(text),
});
