import type { Column } from '../mapping.ts';

/** Grist's type without its parameter: `DateTime:Europe/Paris` is a `DateTime`. */
export const typeOf = ({ type }: Column) => type.split(':')[0] ?? '';
