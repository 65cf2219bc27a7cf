import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import {
  type Defect,
  type Operation,
  readCommon,
  readSpec,
  resolve,
  type Schema,
  type Spec,
  specFiles,
} from './spec.ts';
import { specDefects } from './spec-defects.ts';

/** The rule of a body. */
export interface BodyRule {
  /** Returns the violations; compiled at the first call. */
  errors(body: unknown): ErrorObject[];
  /** The top-level keys, if the specification lists them and allows no others. */
  keys: ReadonlySet<string> | null;
}

/** One operation of HighLevel's specification, ready to validate an exchange. */
export interface Contract {
  /** e.g. `GET /contacts/{contactId}` */
  name: string;
  /** Values of the Version header. */
  versions: readonly string[];
  query: readonly { name: string; required: boolean; values: readonly string[] | undefined }[];
  request: BodyRule | null;
  /** By status; `null` where the specification gives no schema. */
  responses: ReadonlyMap<number, BodyRule | null>;
}

export type ContractLookup = (method: string, path: string) => Contract | undefined;

const bodyTypes = ['application/json', 'application/x-www-form-urlencoded'];

/** A lookup from method and path to the contract; each file is read when it is first needed. */
export function createContracts(defects: readonly Defect[] = specDefects): ContractLookup {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const files = new Map<string, Entry[]>();
  return (method, path) => {
    const file = specFiles.find((name) => path.startsWith(`/${name}/`) || path === `/${name}`);
    if (!file) return undefined;
    const entries = files.get(file) ?? entriesOf(ajv, file, readSpec(file, defects));
    files.set(file, entries);
    return entries.find((entry) => entry.method === method && entry.pattern.test(path))?.contract;
  };
}

interface Entry {
  method: string;
  pattern: RegExp;
  contract: Contract;
}

const common = 'http://highlevel/common/common-schemas.json';

function entriesOf(ajv: Ajv, file: string, spec: Spec): Entry[] {
  if (!ajv.getSchema(common)) ajv.addSchema(readCommon(), common);
  const id = `http://highlevel/${file}.json`;
  ajv.addSchema(spec, id);
  // A literal segment takes precedence over a parameter: /contacts/search before /contacts/{contactId}.
  const paths = Object.entries(spec.paths).sort(([one], [other]) => one.split('{').length - other.split('{').length);
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const rule = (content: Record<string, { schema?: Schema }> | undefined, ...at: string[]): BodyRule | null => {
        const type = bodyTypes.find((known) => content?.[known]?.schema);
        if (type === undefined) return null;
        return {
          errors: lazily(ajv, `${id}#/${pointer(['paths', path, method, ...at, 'content', type, 'schema'])}`),
          keys: keysOf(spec, content?.[type]?.schema ?? {}),
        };
      };
      return {
        method: method.toUpperCase(),
        pattern: new RegExp(`^${path.replace(/\/$/, '').replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
        contract: {
          name: `${method.toUpperCase()} ${path}`,
          ...parametersOf(operation),
          request: rule(operation.requestBody?.content, 'requestBody'),
          responses: new Map(
            Object.entries(operation.responses).map(([status, { content }]) => [
              Number(status),
              rule(content, 'responses', status),
            ]),
          ),
        },
      };
    }),
  );
}

function parametersOf({ parameters = [] }: Operation): Pick<Contract, 'versions' | 'query'> {
  const version = parameters.find((parameter) => parameter.in === 'header' && parameter.name === 'Version');
  const enumOf = (schema: Schema | undefined) => schema?.enum as string[] | undefined;
  return {
    versions: enumOf(version?.schema) ?? [],
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required = false, schema }) => ({
        name: name.replace(/\[\]$/, ''),
        required,
        values: enumOf(schema)?.map(String),
      })),
  };
}

/** `null` if the specification allows any key. */
function keysOf(spec: Spec, schema: Schema): ReadonlySet<string> | null {
  const known = resolve(spec, schema);
  const parts = [...(known.allOf ?? []), ...(known.anyOf ?? []), ...(known.oneOf ?? [])];
  const sets = parts.map((part) => keysOf(spec, part));
  const own = Object.keys(known.properties ?? {});
  if (known.additionalProperties || sets.includes(null) || (own.length === 0 && parts.length === 0)) return null;
  return new Set([...own, ...sets.flatMap((set) => [...(set ?? [])])]);
}

function lazily(ajv: Ajv, $ref: string): BodyRule['errors'] {
  let validate: ValidateFunction | undefined;
  return (body) => {
    validate ??= ajv.compile({ $ref });
    return validate(body) ? [] : (validate.errors ?? []);
  };
}

const pointer = (parts: readonly string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
