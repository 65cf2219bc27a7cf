import type * as Businesses from '@gohighlevel/api-client/dist/lib/code/businesses/models/businesses';
import type * as Calendars from '@gohighlevel/api-client/dist/lib/code/calendars/models/calendars';
import type * as Contacts from '@gohighlevel/api-client/dist/lib/code/contacts/models/contacts';
import type * as Locations from '@gohighlevel/api-client/dist/lib/code/locations/models/locations';
import type * as Users from '@gohighlevel/api-client/dist/lib/code/users/models/users';
import type * as Wire from '../../highlevel/wire.ts';
import type * as WireCalendars from '../../highlevel/wire-calendars.ts';
import type * as WireLocation from '../../highlevel/wire-location.ts';

// Nothing here runs: the compiler holds our shapes of the wire against those of HighLevel's SDK. Keys after the second type
// are where the SDK is wrong or silent; each has its reason.

type Expect<Passed extends true> = Passed;
/** The SDK's types know no null, although HighLevel sends and takes it. */
type Filled<Shape> = { [Key in keyof Shape]: NonNullable<Shape[Key]> };
type Never<Type> = [Type] extends [never] ? true : Type;
/** Keys of both whose values of ours do not fit those of theirs. */
type Unfit<Ours, Theirs> = {
  [Key in keyof Ours & keyof Theirs]-?: NonNullable<Ours[Key]> extends NonNullable<Theirs[Key]> ? never : Key;
}[keyof Ours & keyof Theirs];

/** Our requests have no key that the SDK does not send, and no value of another type. */
type Sent<Ours, Theirs, Except extends PropertyKey = never> = Never<
  Exclude<keyof Ours, keyof Theirs | Except> | Exclude<Unfit<Filled<Ours>, Theirs>, Except>
>;
/** Every key of a response in the SDK is in our types, with a value of the same type. */
type Answered<Ours, Theirs, Except extends PropertyKey = never> = Never<
  Exclude<keyof Theirs, keyof Ours | Except> | Exclude<Unfit<Filled<Ours>, Theirs>, Except>
>;

export type Requests = [
  Expect<Sent<Wire.WireContactUpdate, Contacts.UpdateContactDto, 'dndSettings'>>,
  Expect<Sent<Wire.WireContactCreate, Contacts.CreateContactDto, 'dndSettings'>>,
  Expect<Sent<Wire.WireContactUpsert, Contacts.UpsertContactDto, 'dndSettings'>>,
  Expect<Sent<Wire.WireTaskInput, Contacts.CreateTaskParams>>,
  Expect<Sent<Wire.WireTaskInput, Contacts.UpdateTaskBody>>,
  Expect<Sent<Wire.WireNoteInput, Contacts.NotesDTO>>,
  Expect<Sent<Wire.WireNoteInput, Contacts.UpdateNoteDTO>>,
  Expect<Sent<Wire.WireTaskSearch, Locations.TaskSearchParamsDto>>,
  Expect<Sent<WireCalendars.WireAppointmentCreate, Calendars.AppointmentCreateSchema>>,
  Expect<Sent<WireCalendars.WireAppointmentUpdate, Calendars.AppointmentEditSchema>>,
];

export type Answers = [
  // The SDK calls attachments and every custom value a text.
  Expect<
    Answered<
      Wire.WireContact,
      Contacts.GetContectByIdSchema,
      'attachments' | 'customFields' | 'dndSettings' | 'attributionSource' | 'lastAttributionSource'
    >
  >,
  Expect<Answered<Wire.WireCreatedContact, Contacts.CreateContactSchema, 'customFields' | 'dndSettings'>>,
  // Followers came as one text in an example of HighLevel's.
  Expect<
    Answered<Wire.WireListedContact, Contacts.ContactsSearchSchema, 'customFields' | 'followers' | 'attributions'>
  >,
  Expect<Answered<Wire.WireListMeta, Contacts.ContactsMetaSchema>>,
  Expect<Answered<Wire.WireTask, Contacts.TaskSchema>>,
  Expect<Answered<Wire.WireNote, Contacts.GetNoteSchema>>,
  Expect<Answered<Wire.TagsResponse, Contacts.CreateAddTagSuccessfulResponseDto>>,
  Expect<Answered<Wire.FollowersResponse, Contacts.CreateAddFollowersSuccessfulResponseDto>>,
  Expect<Answered<Wire.FollowersResponse, Contacts.DeleteFollowersSuccessfulResponseDto>>,
  Expect<Answered<Wire.BulkBusinessResponse, Contacts.ContactsBulkUpateResponse>>,
  // The SDK declares texts where HighLevel answers objects.
  Expect<Answered<Wire.BulkTagsResponse, Contacts.UpdateTagsResponseDTO, 'responses'>>,
  Expect<Answered<Wire.DeletedResponse, Contacts.DeleteContactsSuccessfulResponseDto>>,
  Expect<Answered<Wire.ContactUpsertedResponse, Contacts.UpsertContactsSuccessfulResponseDto, 'contact'>>,
  Expect<Answered<WireCalendars.WireContactEvent, Contacts.GetEventSchema>>,
  Expect<Answered<WireCalendars.WireCalendarEvent, Calendars.CalendarEventDTO>>,
  Expect<Answered<WireCalendars.AppointmentResponse, Calendars.AppointmentSchemaResponse>>,
  Expect<Answered<WireCalendars.WireCalendarGroup, Calendars.GroupDTO>>,
  Expect<Answered<WireCalendars.WireAppointmentNote, Calendars.GetNoteSchema>>,
  Expect<Answered<WireLocation.WireBusiness, Businesses.BusinessDto>>,
  Expect<
    Answered<WireLocation.WireCustomField, Locations.CustomFieldSchema, 'picklistOptions' | 'picklistImageOptions'>
  >,
  Expect<Answered<WireLocation.WireLocationTag, Locations.LocationTagsSchema>>,
  // The SDK calls the scopes one text; lists have been seen.
  Expect<Answered<WireLocation.WireUser, Users.UserSchema, 'scopes'>>,
];
