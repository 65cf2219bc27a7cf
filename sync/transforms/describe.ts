import type { Transform } from './types.ts';

/** What a transform does, to be put in words: a code and what the words are about. */
export type Description =
  | {
      code:
        | 'as-is'
        | 'trim'
        | 'name'
        | 'name-turned'
        | 'country-by-code'
        | 'owner-by-id'
        | 'owner-by-name'
        | 'owner-by-email'
        | 'business-by-id'
        | 'business-by-name'
        | 'lines';
    }
  | { code: 'country-by-name'; language: string }
  | { code: 'letters'; letters: 'lower' | 'upper' | 'title' }
  /** The country whose code a number gets when it names none. */
  | { code: 'phone-national' | 'phone-e164'; country: string }
  /** e.g. `dd/mm/yyyy` */
  | { code: 'date'; pattern: string }
  /** e.g. `1234,50` */
  | { code: 'money' | 'number'; decimals: number; example: string }
  | { code: 'boolean'; yes: string; no: string }
  | { code: 'choice'; count: number }
  | { code: 'separated'; separator: string };

/** Says what a transform does, without words of any language. */
export function describe(transform: Transform): Description {
  switch (transform.kind) {
    case 'as-is':
      return { code: 'as-is' };
    case 'plain':
      return { code: 'trim' };
    case 'text':
      return transform.letters === 'keep' ? { code: 'trim' } : { code: 'letters', letters: transform.letters };
    case 'phone':
      return { code: `phone-${transform.inGrist}`, country: transform.country };
    case 'name':
      return { code: transform.order === 'last-first' ? 'name-turned' : 'name' };
    case 'date':
      return { code: 'date', pattern: patternOf(transform) };
    case 'money':
    case 'number':
      return { code: transform.kind, decimals: transform.decimals, example: exampleOf(transform) };
    case 'boolean':
      return { code: 'boolean', yes: transform.yes, no: transform.no };
    case 'choice':
      return { code: 'choice', count: transform.pairs.length };
    case 'choices':
    case 'tags':
      return transform.separator === '\n' ? { code: 'lines' } : { code: 'separated', separator: transform.separator };
    case 'country':
      return transform.by === 'name'
        ? { code: 'country-by-name', language: transform.language }
        : { code: 'country-by-code' };
    case 'owner':
      return { code: `owner-by-${transform.by}` };
    case 'business':
      return { code: `business-by-${transform.by}` };
  }
}

function patternOf({ format, separator = '/' }: Extract<Transform, { kind: 'date' }>): string {
  const order = { iso: 'yyyy mm dd', ymd: 'yyyy mm dd', dmy: 'dd mm yyyy', mdy: 'mm dd yyyy' }[format];
  return order.replaceAll(' ', format === 'iso' ? '-' : separator);
}

function exampleOf({ decimals, separator = '.' }: Extract<Transform, { kind: 'money' | 'number' }>): string {
  return `1234${decimals > 0 ? separator + '50'.padEnd(decimals, '0').slice(0, decimals) : ''}`;
}
