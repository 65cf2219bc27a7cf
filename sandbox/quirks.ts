/** Behaviours of HighLevel that contradict its docs or on which reports disagree; each can be switched while the sandbox runs. */
export interface Quirks {
  /** Adding an unknown tag to a contact creates the tag in the location. @default true */
  tagsDefineThemselves: boolean;
  /** Tags are stored in lower case. @default true */
  tagsLowerCased: boolean;
  /** The key of a custom field's value in a write before v3; other keys are silently ignored. @default 'field_value' */
  customFieldKey: 'field_value' | 'fieldValue' | 'value' | 'any';
  /** Responses give dates in custom fields as epoch milliseconds. @default false */
  dateFieldsAsEpoch: boolean;
  /** An upsert that matches an additional e-mail makes it the primary one and removes the old primary. @default true */
  upsertReplacesPrimaryEmail: boolean;
  /** An upsert ignores a phone that another contact has. @default true */
  upsertDropsTakenPhone: boolean;
  /** `gender` is accepted and not stored. @default true */
  genderDiscarded: boolean;
  /** A create that responds 422 has nevertheless created the contact. @default false */
  refusedCreateStillCreates: boolean;
  /** `PUT /contacts/:id` accepts `companyName` although its DTO has no such key. @default false */
  companyNameUpdatable: boolean;
  /** `PUT …/tasks/:id` refuses a due date with milliseconds. @default false */
  taskUpdateRefusesMilliseconds: boolean;
  /** Task search names the id `_id`. @default false */
  foundTaskIdUnderscored: boolean;
  /** The key around a single appointment in a response. @default 'event' */
  appointmentWrapper: 'event' | 'appointment';
  /** The format of times in a contact's appointments. @default 'zone-less' */
  appointmentTimes: 'zone-less' | 'offset';
  /** TaskCreate webhooks lack `contactId` and `body`. @default true */
  taskWebhookWithoutContact: boolean;
  /** A change of inbound do-not-disturb sends no ContactDndUpdate webhook. @default true */
  inboundDndSilent: boolean;
  /** The authorize page returns `state`. @default true */
  stateEchoed: boolean;
  /** `POST /oauth/reconnect` works as its help article describes. @default false */
  reconnectAvailable: boolean;
  /** Contact search gives its first so many pages again and again. @default null */
  searchPagesInTurn: number | null;
  /** Contact search gives at most so many contacts a page, whatever was requested. @default null */
  searchPageAtMost: number | null;
}

export const documentedQuirks: Readonly<Quirks> = {
  tagsDefineThemselves: true,
  tagsLowerCased: true,
  customFieldKey: 'field_value',
  dateFieldsAsEpoch: false,
  upsertReplacesPrimaryEmail: true,
  upsertDropsTakenPhone: true,
  genderDiscarded: true,
  refusedCreateStillCreates: false,
  companyNameUpdatable: false,
  taskUpdateRefusesMilliseconds: false,
  foundTaskIdUnderscored: false,
  appointmentWrapper: 'event',
  appointmentTimes: 'zone-less',
  taskWebhookWithoutContact: true,
  inboundDndSilent: true,
  stateEchoed: true,
  reconnectAvailable: false,
  searchPagesInTurn: null,
  searchPageAtMost: null,
};
