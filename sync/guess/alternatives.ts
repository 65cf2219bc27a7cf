import { languages } from '../kinds/country.ts';
import type { Transform } from '../transforms/types.ts';

/** The other ways in which texts of a column may be meant that is read by a transform, that one included; empty where there is one way. */
export function alternativesTo(transform: Transform): readonly Transform[] {
  const { cell } = transform;
  const isText = cell === undefined || cell === 'text' || cell === 'any';
  switch (transform.kind) {
    case 'name':
      return [
        { kind: 'name', order: 'first-last' },
        { kind: 'name', order: 'last-first' },
      ];
    case 'date':
      return isText ? datesLike(transform) : [];
    case 'money':
    case 'number':
      return isText ? (['.', ','] as const).map((separator) => ({ ...bare(transform), separator })) : [];
    case 'tags':
    case 'choices':
      return cell === 'list' ? [] : [',', ';', '|', '\n'].map((separator) => ({ ...bare(transform), separator }));
    case 'owner':
      return (['name', 'email', 'id'] as const).map((by) => ({ kind: 'owner', by }));
    case 'business':
      return (['name', 'id'] as const).map((by) => ({ kind: 'business', by }));
    case 'country':
      return [
        { kind: 'country', by: 'code' },
        ...languages.map((language) => ({ kind: 'country', by: 'name', language }) as const),
      ];
    case 'phone':
      return (['national', 'e164'] as const).map((inGrist) => ({ ...bare(transform), inGrist }));
    default:
      return [];
  }
}

function datesLike({ separator = '/' }: Extract<Transform, { kind: 'date' }>): readonly Transform[] {
  const written = (['dmy', 'mdy', 'ymd'] as const).map((format) => ({ kind: 'date', format, separator }) as const);
  return [...written, { kind: 'date', format: 'iso' }];
}

/** What is kept of a transform. */
export function bare<T extends Transform>({ cell: _, strict: __, ...transform }: T): T {
  return transform as T;
}
