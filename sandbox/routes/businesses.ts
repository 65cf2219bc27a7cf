import type { WireBusiness } from '../../highlevel/wire-location.ts';
import { saveContact, wholeNumber } from '../contact-access.ts';
import { country, dto, email, filled, optional, required, text } from '../dto.ts';
import { forbidden, unknownId } from '../errors.ts';
import type { Call, Route } from '../route.ts';

const one = '/businesses/:businessId';

export const businessRoutes: Route[] = [
  { method: 'GET', path: '/businesses', scope: 'businesses.readonly', handle: listBusinesses },
  { method: 'GET', path: one, scope: 'businesses.readonly', handle: (call) => ({ business: businessOf(call) }) },
  { method: 'POST', path: '/businesses', scope: 'businesses.write', status: 201, handle: createBusiness },
  { method: 'PUT', path: one, scope: 'businesses.write', handle: updateBusiness },
  { method: 'DELETE', path: one, scope: 'businesses.write', handle: deleteBusiness },
];

type BusinessInput = Partial<
  Omit<WireBusiness, 'id' | 'locationId' | 'createdBy' | 'updatedBy' | 'createdAt' | 'updatedAt'>
>;

const shared = {
  phone: optional(text),
  email: optional(email),
  website: optional(text),
  address: optional(text),
  city: optional(text),
  state: optional(text),
  postalCode: optional(text),
  country: optional(country),
  description: optional(text),
};
const creating = dto<BusinessInput & { locationId: string }>({
  name: required(text, filled),
  locationId: required(text, filled),
  ...shared,
});
const updating = dto<BusinessInput>({ name: optional(text, filled), ...shared });

function listBusinesses(call: Call) {
  if (!call.query.get('locationId')) throw forbidden();
  const skip = wholeNumber(call, 'skip', 0);
  const all = [...call.location.businesses.values()];
  return { businesses: all.slice(skip, skip + wholeNumber(call, 'limit', 100)) };
}

function businessOf(call: Call): WireBusiness {
  const business = call.location.businesses.get(call.param('businessId'));
  if (business) return business;
  for (const location of call.state.locations.values())
    if (location.businesses.has(call.param('businessId'))) throw forbidden();
  throw unknownId('Business', call.param('businessId'));
}

const author = ({ grant }: Call) => ({ id: grant.userId, type: grant.kind === 'oauth' ? 'user' : 'integration' });

/** HighLevel misspells the key around the business. */
function createBusiness(call: Call) {
  const { name = '', ...rest } = call.accept(creating);
  const createdAt = new Date(call.now).toISOString();
  const buiseness = {
    id: call.state.random.hex(),
    name,
    ...rest,
    createdBy: author(call),
    createdAt,
    updatedAt: createdAt,
  };
  call.location.businesses.set(buiseness.id, buiseness);
  return { success: true, buiseness };
}

function updateBusiness(call: Call) {
  const buiseness = {
    ...businessOf(call),
    ...call.accept(updating),
    updatedBy: author(call),
    updatedAt: new Date(call.now).toISOString(),
  };
  call.location.businesses.set(buiseness.id, buiseness);
  return { success: true, buiseness };
}

function deleteBusiness(call: Call) {
  const { id } = businessOf(call);
  call.location.businesses.delete(id);
  for (const contact of call.location.contacts.values()) {
    if (contact.businessId === id) saveContact(call, { ...contact, businessId: null });
  }
  return { success: true };
}
