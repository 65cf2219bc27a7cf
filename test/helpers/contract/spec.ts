import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { specDefects } from './spec-defects.ts';

export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  example?: unknown;
  [key: string]: unknown;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

/** Answers what is wrong with a value; compiled when first asked. */
export type Judge = (value: unknown) => ErrorObject[];

/** One operation of HighLevel's specification, ready to judge an exchange. */
export interface Contract {
  /** e.g. `GET /contacts/{contactId}` */
  name: string;
  query: readonly Parameter[];
  request: Judge | null;
  /** By status; `null` where the specification gives no schema. */
  responses: ReadonlyMap<number, Judge | null>;
}

const folder = fileURLToPath(new URL('../../../../shared/highlevel-openapi/', import.meta.url));
const files = ['contacts', 'calendars', 'locations', 'users', 'businesses'];

/** The specification lies beside the checkout, not in it. */
export const hasSpec = existsSync(folder);

const read = (name: string): Schema => JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'));

const exampleType = (example: unknown) => (Array.isArray(example) ? 'array' : typeof example);

/** `type: object` without properties, whose example is a text or a number: the example is right (dates, amounts). */
function trustExamples(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Schema;
  const bare = schema.type === 'object' && !schema.properties && schema.example !== undefined;
  if (bare && exampleType(schema.example) !== 'object') schema.type = exampleType(schema.example);
  for (const [key, child] of Object.entries(schema)) if (key !== 'example') trustExamples(child);
}

function repair(file: string, spec: Schema): Schema {
  trustExamples(spec.components);
  for (const defect of specDefects.filter((entry) => entry.file === file)) {
    const path = ['components', 'schemas', ...defect.at];
    const parent = path.slice(0, -1).reduce<Schema>((node, key) => node[key] as Schema, spec);
    const last = path.at(-1) ?? '';
    if (!parent?.[last]) throw new Error(`No ${path.join('.')} in ${file}.json: drop the defect or mend its path`);
    parent[last] = defect.repair(parent[last] as Schema);
  }
  return spec;
}

const pointer = (parts: readonly string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

const json = 'application/json';

/** Compiles the whole specification: a lookup from method and path to the contract in force. */
export function loadContracts(): (method: string, path: string) => Contract | undefined {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { email: true, binary: true, uri: true, 'date-time': true },
  });
  ajv.addSchema(read('common/common-schemas'), 'http://highlevel/common/common-schemas.json');
  const contracts: { method: string; pattern: RegExp; open: number; contract: Contract }[] = [];
  for (const file of files) {
    const spec = repair(file, read(file));
    const id = `http://highlevel/${file}.json`;
    ajv.addSchema(spec, id);
    const judge = (...parts: string[]): Judge => {
      let validate: ValidateFunction | undefined;
      return (value) => {
        validate ??= ajv.compile({ $ref: `${id}#/${pointer(parts)}` });
        return validate(value) ? [] : (validate.errors ?? []);
      };
    };
    for (const [path, methods] of Object.entries(spec.paths as Record<string, Record<string, Operation>>)) {
      for (const [method, operation] of Object.entries(methods)) {
        const at = ['paths', path, method];
        const responses = Object.entries(operation.responses).map(
          ([status, { content }]) =>
            [
              Number(status),
              content?.[json]?.schema ? judge(...at, 'responses', status, 'content', json, 'schema') : null,
            ] as const,
        );
        contracts.push({
          method: method.toUpperCase(),
          pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
          open: path.split('{').length,
          contract: {
            name: `${method.toUpperCase()} ${path}`,
            query: (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'),
            request: operation.requestBody?.content[json]?.schema
              ? judge(...at, 'requestBody', 'content', json, 'schema')
              : null,
            responses: new Map(responses),
          },
        });
      }
    }
  }
  // A literal segment wins over a parameter: /contacts/search before /contacts/{contactId}.
  contracts.sort((a, b) => a.open - b.open);
  return (method, path) => contracts.find((entry) => entry.method === method && entry.pattern.test(path))?.contract;
}
