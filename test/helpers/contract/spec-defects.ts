import type { Defect, Schema } from './spec.ts';

/** Replaces the schema at `path`, which starts with the name of a component. */
const replaced = (file: string, path: string, repair: (schema: Schema) => Schema, reason: string): Defect => ({
  file,
  reason,
  repair({ components }) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Schema | undefined>(
      (node, key) => node?.[key] as Schema | undefined,
      components.schemas,
    );
    if (!parent?.[last]) throw new Error(`There is no ${path} in ${file}.json any more: fix or remove the defect`);
    parent[last] = repair(parent[last] as Schema);
  },
});

const anything = (): Schema => ({});
const listOf = (items: Schema) => (): Schema => ({ type: 'array', items });
const withoutRequired = ({ required: _required, ...rest }: Schema): Schema => rest;

/** Each with its evidence; a test finds entries that no exchange needs any more. */
export const specDefects: readonly Defect[] = [
  {
    file: 'every',
    reason: 'dates and amounts are declared as objects without keys, while their examples are texts and numbers',
    repair: ({ components }) => trustExamples(components),
  },
  replaced(
    'contacts',
    'CustomFieldSchema.properties.value',
    anything,
    'declared string, but the webhook schema and every reader say string, number, list or object',
  ),
  replaced(
    'contacts',
    'GetContectByIdSchema.properties.attachments',
    listOf({ type: 'string' }),
    'declared string; the version 3 example and the webhook schema have a list',
  ),
  replaced(
    'contacts',
    'UpdateTagsResponseDTO.properties.responses',
    listOf({}),
    'declared a list of strings; its own example holds objects',
  ),
  replaced(
    'locations',
    'LocationTaskListSuccessfulResponseDto.properties.tasks',
    listOf({ type: 'object' }),
    'declared a list of lists without items',
  ),
  {
    file: 'contacts',
    reason: 'the id of a written custom field is required; the descriptions say to pass either id or key',
    repair: ({ components: { schemas } }) => {
      for (const [name, schema] of Object.entries(schemas)) {
        if (schema.properties?.field_value) schemas[name] = withoutRequired(schema);
      }
    },
  },
  {
    file: 'calendars',
    reason:
      'every key of an answer with free slots is declared a day, while each answer has a traceId (developer docs)',
    repair: ({ paths }) => {
      const answer = paths['/calendars/{calendarId}/free-slots']?.get?.responses['200']?.content?.['application/json'];
      Object.assign(answer?.schema ?? {}, { properties: { traceId: { type: 'string' } } });
    },
  },
];

/** A `type: object` without properties, whose example is a text or a number, becomes what its example is. */
function trustExamples(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  const told = Array.isArray(schema.example) ? 'array' : typeof schema.example;
  if (schema.type === 'object' && !schema.properties && schema.example !== undefined && told !== 'object') {
    schema.type = told;
  }
  for (const [key, child] of Object.entries(schema)) if (key !== 'example') trustExamples(child);
}
