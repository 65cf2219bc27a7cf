import type { FieldRef } from '../../../sync/refs.ts';
import type { Section } from '../../section/port.ts';

/** Remembers in the document which side is right about a field from now on. */
export function decideAlways(
  section: Pick<Section, 'options' | 'setOptions'>,
  field: FieldRef,
  side: 'grist' | 'highlevel',
) {
  const options = section.options.peek();
  const sync = options.sync ?? { bindings: [], onConflict: 'ask', automatic: true };
  const known = sync.bindings.find((binding) => binding.field === field);
  const plain = { colId: '', field, direction: 'both', transform: { kind: 'as-is' } } as const;
  const others = sync.bindings.filter((binding) => binding.field !== field);
  const bindings = [...others, { ...plain, ...known, onConflict: side }];
  section.setOptions({ ...options, sync: { ...sync, bindings } }).catch(() => {});
}
