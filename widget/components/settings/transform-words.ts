import { describe } from '../../../sync/transforms/describe.ts';
import type { Transform } from '../../../sync/transforms/types.ts';
import type { SettingsMessages } from '../../i18n/en/settings.ts';

/** Says how a column's text becomes a field's value. */
export function transformWords(transform: Transform, { how }: SettingsMessages['sync']): string {
  const said = describe(transform);
  switch (said.code) {
    case 'letters':
      return how.letters[said.letters];
    case 'phone-national':
    case 'phone-e164':
      return how[said.code](said.country);
    case 'date':
      return how.date(said.pattern);
    case 'money':
    case 'number':
      return how.number(said.example);
    case 'boolean':
      return how.boolean(said.yes, said.no);
    case 'choice':
      return how.choice(said.count);
    case 'separated':
      return how.separated(said.separator);
    default:
      return how[said.code];
  }
}
