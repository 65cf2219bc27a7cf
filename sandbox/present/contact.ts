import type { WireContact, WireCreatedContact, WireFoundContact, WireListedContact } from '../../highlevel/wire.ts';
import { presentDnd } from '../dnd.ts';
import { fullName } from '../duplicates.ts';
import type { Call } from '../route.ts';
import type { ContactRecord } from '../state.ts';

const toText = (at: number) => new Date(at).toISOString();

/** HighLevel's schemas allow `null` only in requests: responses omit an emptied key like one that was never set. */
const withoutEmptied = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as T;

/** The keys that every representation of a contact shares. */
function shared(contact: ContactRecord, { version, quirks, location }: Call) {
  const { dndSettings, customFields, dateAdded, dateUpdated, gender, ssn, companyName, address1, ...rest } = contact;
  return {
    ...withoutEmptied(rest),
    firstNameLowerCase: contact.firstName?.toLowerCase(),
    lastNameLowerCase: contact.lastName?.toLowerCase(),
    dndSettings: presentDnd(dndSettings, version),
    customFields: customFields.map(({ id, value }) => ({
      id,
      value:
        quirks.dateFieldsAsEpoch && location.customFields.get(id)?.dataType === 'DATE' ? Date.parse(`${value}`) : value,
    })),
    dateAdded: toText(dateAdded),
    dateUpdated: toText(dateUpdated),
  };
}

/** The contact in the responses of `GET /contacts/:contactId`, the update and the upsert. */
export function presentContact(contact: ContactRecord, call: Call): WireContact {
  const { followers, ...rest } = shared(contact, call);
  return {
    ...rest,
    name: fullName(contact),
    fullNameLowerCase: fullName(contact).toLowerCase(),
    emailLowerCase: contact.email?.toLowerCase(),
    companyName: contact.companyName ?? undefined,
    address1: contact.address1 ?? undefined,
    attachments: [],
    ssn: contact.ssn,
    gender: contact.gender,
    lastActivity: toText(contact.dateUpdated),
  } as WireContact;
}

/** The contact in the response of `POST /contacts/` before v3: without full name and time zone, the birthday as an instant. */
export function presentCreated(contact: ContactRecord, call: Call): WireCreatedContact {
  const { name, timezone, additionalEmails, additionalPhones, attachments, lastActivity, ...rest } = presentContact(
    contact,
    call,
  );
  const [, month, day] = contact.dateOfBirth?.split('-') ?? [];
  return {
    ...rest,
    deleted: false,
    bounceEmail: false,
    unsubscribeEmail: false,
    lastSessionActivityAt: lastActivity,
    offers: [],
    products: [],
    ...(contact.dateOfBirth && {
      dateOfBirth: `${contact.dateOfBirth}T00:00:00.000Z`,
      birthMonth: Number(month),
      birthDay: Number(day),
    }),
  };
}

/** An item of the deprecated list and of a business's contacts. */
export function presentListed(contact: ContactRecord, call: Call): WireListedContact {
  const { attributionSource, ...rest } = shared(contact, call);
  return {
    ...rest,
    contactName: fullName(contact).toLowerCase(),
    companyName: contact.companyName ?? undefined,
    address1: contact.address1 ?? undefined,
    attributions: attributionSource ? [attributionSource] : [],
  } as WireListedContact;
}

/** An item of contact search. */
export function presentFound(contact: ContactRecord, call: Call, cursor: [number, string]): WireFoundContact {
  const { attributionSource, ...rest } = shared(contact, call);
  return {
    ...rest,
    address: contact.address1 ?? null,
    businessName: call.location.businesses.get(contact.businessId ?? '')?.name ?? null,
    companyName: contact.companyName ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    phoneLabel: null,
    validEmail: null,
    opportunities: [],
    searchAfter: cursor,
  };
}
