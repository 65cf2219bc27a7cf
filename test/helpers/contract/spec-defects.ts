import type { Schema } from './spec.ts';

interface Defect {
  file: string;
  /** Where in `components/schemas`, as property names. */
  at: readonly string[];
  repair(schema: Schema): Schema;
  reason: string;
}

const anything = (): Schema => ({});
const listOf = (items: Schema) => (): Schema => ({ type: 'array', items });
const withoutRequired = ({ required: _required, ...rest }: Schema): Schema => rest;

/** Where HighLevel's published specification contradicts HighLevel: each with the evidence. Keep this list short. */
export const specDefects: readonly Defect[] = [
  {
    file: 'contacts',
    at: ['CustomFieldSchema', 'properties', 'value'],
    repair: anything,
    reason: 'declared string, but the webhook schema and every reader say string, number, list or object',
  },
  {
    file: 'contacts',
    at: ['GetContectByIdSchema', 'properties', 'attachments'],
    repair: listOf({ type: 'string' }),
    reason: 'declared string; the version 3 example and the webhook schema have a list',
  },
  {
    file: 'contacts',
    at: ['UpdateTagsResponseDTO', 'properties', 'responses'],
    repair: listOf({}),
    reason: 'declared a list of strings; its own example holds objects',
  },
  {
    file: 'locations',
    at: ['LocationTaskListSuccessfulResponseDto', 'properties', 'tasks'],
    repair: listOf({ type: 'object' }),
    reason: 'declared a list of lists without items',
  },
  {
    file: 'calendars',
    at: ['CalendarEventDTO', 'properties', 'isRecurring'],
    repair: anything,
    reason: 'declared boolean; its example is the text "true"',
  },
  {
    file: 'calendars',
    at: ['CalendarEventDTO'],
    repair: withoutRequired,
    reason: 'requires groupId and users, which an event outside a group does not have',
  },
];
