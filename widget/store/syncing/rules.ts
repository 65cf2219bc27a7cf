import type { FieldRule, Rules } from '../../../sync/plan.ts';
import type { FieldRef, FieldTraits } from '../../../sync/refs.ts';
import type { Section, SyncOptions } from '../../section/port.ts';

const directions = ['both', 'to-highlevel', 'to-grist'] as const;
const conflictRules = ['ask', 'grist', 'highlevel'] as const;

/** The document can hold anything: what is none of the words means the first. */
const oneOf = <T extends string>(words: readonly [T, ...T[]], value: T | undefined): T =>
  words.find((word) => word === value) ?? words[0];

/**
 * How each mapped column takes part: as the settings say, else both ways where HighLevel takes the field. A column that is
 * `computed` only sends: Grist takes no value for it.
 */
export function rulesOf(
  mapped: Iterable<FieldRef>,
  sync: SyncOptions | undefined,
  traits: (field: FieldRef) => FieldTraits,
  computed: ReadonlySet<FieldRef>,
): Rules {
  return new Map(
    [...mapped].map((field): [FieldRef, FieldRule] => {
      const chosen = sync?.bindings.find((binding) => binding.field === field);
      const usual = traits(field).writable ? oneOf(directions, chosen?.direction) : 'to-grist';
      return [
        field,
        {
          direction: computed.has(field) ? 'to-highlevel' : usual,
          onConflict: oneOf(conflictRules, chosen?.onConflict ?? sync?.onConflict),
          traits: traits(field),
          transform: chosen?.transform ?? { kind: 'as-is' },
        },
      ];
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
