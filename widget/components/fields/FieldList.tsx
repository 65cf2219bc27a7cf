import { useRef } from 'preact/hooks';
import type { FieldRef } from '../../../sync/refs.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { isShown, isStandard } from '../contact/Details.tsx';
import { loadMoreFields } from '../contact/later-contact.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { FieldRow } from './FieldRow.tsx';
import { labelOf } from './field-label.ts';
import { type FieldSight, searchIn } from './visible-fields.ts';

/** How many fields the last contact showed: the best guess at the room that the next one needs. */
let usual = 6;

interface FieldListProps {
  panel: Panel;
  id: string;
  sight: FieldSight;
  /** How many of the fields that come later are hidden. */
  onEmpty: (count: number) => void;
}

/** The fields of one row's contact; a change of row makes a new list, so that nothing typed can move to another row. */
export function FieldList({ panel, id, sight, onEmpty }: FieldListProps) {
  const { contact: words } = useMessages();
  const seen = useRef(new Set<FieldRef>());
  const isMeant = searchIn(sight);
  const withEmpty = sight.withEmpty.value.value;
  const { data } = panel.contact.value;
  const fields = panel.fields.value.filter(isStandard);
  // A field that was just emptied stays until the row changes: it must not vanish under the cursor.
  for (const field of fields) if (isShown(field)) seen.current.add(field.key);
  const shown = fields.filter((field) =>
    isMeant ? isMeant(labelOf(field, words.fields)) : withEmpty || seen.current.has(field.key),
  );
  if (data && !withEmpty) usual = shown.length;
  const missing = data ? 0 : Math.max(0, usual - shown.length);

  return (
    <div id={id}>
      <dl>
        {shown.map((field) => (
          <FieldRow key={field.key} panel={panel} field={field} />
        ))}
        {Array.from({ length: missing }, (_, index) => (
          <div key={index} class="field" aria-hidden="true">
            <dt>
              <span style={{ display: 'block', paddingBlock: '4px' }}>
                <Bar width="64px" height={10} />
              </span>
            </dt>
            <dd class="val">
              <Bar width="60%" height={12} />
            </dd>
          </div>
        ))}
      </dl>
      {data && <Lazy load={loadMoreFields} props={{ panel, contact: data, sight, onEmpty }} />}
    </div>
  );
}
