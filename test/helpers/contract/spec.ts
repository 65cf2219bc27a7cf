import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  $ref?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: unknown;
  example?: unknown;
  [key: string]: unknown;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

export interface Spec {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** A contradiction between HighLevel's specification and its behaviour. */
export interface Defect {
  file: string;
  reason: string;
  repair(spec: Spec): void;
}

/** The files of HighLevel's OpenAPI, each for the paths that begin with its name. */
export const specFiles = ['contacts', 'calendars', 'locations', 'users', 'businesses', 'oauth'] as const;

const folder = join(import.meta.dirname, '../../../../shared/highlevel-openapi');

/** HighLevel's specification is beside the checkout, not in it. */
export const hasSpec = existsSync(folder);

const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));

/** The schemas that all files refer to. */
export const readCommon = () => read('common/common-schemas') as object;

/** One file of the specification, repaired where it contradicts HighLevel. */
export function readSpec(file: string, defects: readonly Defect[]): Spec {
  const spec = read(file) as Spec;
  for (const defect of defects) if (defect.file === file || defect.file === 'every') defect.repair(spec);
  return spec;
}

/** The schema that a reference inside its own file names; the schema itself without a reference. */
export function resolve(spec: Spec, schema: Schema): Schema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  return name === undefined ? schema : (spec.components.schemas[name] ?? schema);
}
