/** Behaviours of HighLevel that its docs deny or that its users dispute; each can be switched while the sandbox runs. */
export interface Quirks {
  /** Adding an unknown tag to a contact defines it for the whole location. @default true */
  tagsDefineThemselves: boolean;
  /** Tags are kept in lower case. @default true */
  tagsLowerCased: boolean;
  /** Which key of a written custom field is heard before v3; the others are dropped in silence. @default 'field_value' */
  customFieldKey: 'field_value' | 'fieldValue' | 'value' | 'any';
  /** Dates in custom fields are read as epoch milliseconds. @default false */
  dateFieldsAsEpoch: boolean;
  /** An upsert that matches an additional e-mail makes it the primary one and drops the old primary. @default true */
  upsertReplacesPrimaryEmail: boolean;
  /** An upsert forgets the phone when another contact owns it. @default true */
  upsertDropsTakenPhone: boolean;
  /** `gender` is accepted and never kept. @default true */
  genderDiscarded: boolean;
  /** A refused create (422) has made the contact all the same. @default false */
  refusedCreateStillCreates: boolean;
  /** `PUT /contacts/:id` takes `companyName` although its DTO has no such key. @default false */
  companyNameUpdatable: boolean;
  /** `PUT …/tasks/:id` refuses a due date with milliseconds. @default false */
  taskUpdateRefusesMilliseconds: boolean;
  /** The id of a task found across contacts is called `_id`. @default false */
  foundTaskIdUnderscored: boolean;
  /** What wraps a single appointment. @default 'event' */
  appointmentWrapper: 'event' | 'appointment';
  /** How a contact's appointments write their times. @default 'zone-less' */
  appointmentTimes: 'zone-less' | 'offset';
  /** TaskCreate webhooks come without `contactId` and `body`. @default true */
  taskWebhookWithoutContact: boolean;
  /** Inbound do-not-disturb changes without a ContactDndUpdate webhook. @default true */
  inboundDndSilent: boolean;
  /** The authorize page gives `state` back. @default true */
  stateEchoed: boolean;
  /** `POST /oauth/reconnect` works as its help article says. @default false */
  reconnectAvailable: boolean;
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
};
