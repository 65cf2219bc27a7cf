/** HighLevel's `dataType`, in our words. `other` is a type that did not exist when this was written: shown, not edited. */
export type CustomFieldKind =
  | 'text'
  | 'large-text'
  | 'number'
  | 'phone'
  | 'money'
  | 'checkbox'
  | 'single'
  | 'multiple'
  | 'date'
  | 'text-list'
  | 'file'
  | 'radio'
  | 'other';

export interface CustomField {
  id: string;
  name: string;
  /** e.g. `contact.team_size` */
  key: string;
  kind: CustomFieldKind;
  options: readonly string[];
  position: number;
}
