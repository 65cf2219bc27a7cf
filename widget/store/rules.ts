import type { FieldRef, FieldTraits } from '../../sync/refs.ts';
import type { Section, SyncOptions } from '../grist/port.ts';
import type { Rules } from './syncing/outcomes.ts';

/** How each mapped column takes part: as somebody chose in the settings, else both ways where HighLevel takes the field. */
export function rulesOf(
  mapped: ReadonlySet<FieldRef>,
  sync: SyncOptions | undefined,
  traits: (field: FieldRef) => FieldTraits,
): Rules {
  return new Map(
    [...mapped].map((field) => {
      const chosen = sync?.bindings.find((binding) => binding.field === field);
      const direction = traits(field).writable ? (chosen?.direction ?? 'both') : 'to-grist';
      return [field, { direction, onConflict: chosen?.onConflict ?? sync?.onConflict ?? 'ask' }];
    }),
  );
}

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
