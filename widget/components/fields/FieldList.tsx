import { useRef } from 'preact/hooks';
import type { FieldRef } from '../../../sync/refs.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { loadMoreFields } from '../contact/lazy-contact.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { FieldRow } from './FieldRow.tsx';
import { labelOf } from './field-text.ts';
import { isShown, isStandard, matcherOf, type VisibleFields } from './visible-fields.ts';

/** The number of fields of the last contact, which estimates the space for the next one. */
let expectedCount = 6;

interface FieldListProps {
  panel: Pick<
    Panel,
    'environment' | 'now' | 'readOnly' | 'row' | 'contact' | 'fields' | 'contactWork' | 'directory' | 'settings'
  >;
  id: string;
  visibleFields: VisibleFields;
  /** Reports the number of hidden fields among the further fields. */
  onEmpty: (count: number) => void;
}

/** The fields of one row's contact. A change of row creates a new list, so that typed text cannot move to another row. */
export function FieldList({ panel, id, visibleFields, onEmpty }: FieldListProps) {
  const { contact: words } = useMessages();
  const everShown = useRef(new Set<FieldRef>());
  const matches = matcherOf(visibleFields);
  const withEmpty = visibleFields.withEmpty.value.value;
  const { data } = panel.contact.value;
  const fields = panel.fields.shown.value.filter(isStandard);
  // A field that has been emptied stays visible until the row changes, so that it does not disappear under the cursor.
  for (const field of fields) if (isShown(field)) everShown.current.add(field.key);
  const shown = fields.filter((field) =>
    matches ? matches(labelOf(field, words.fields)) : withEmpty || everShown.current.has(field.key),
  );
  if (data && !withEmpty) expectedCount = shown.length;
  const missing = data ? 0 : Math.max(0, expectedCount - shown.length);

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
      {data && <Lazy load={loadMoreFields} props={{ panel, contact: data, visibleFields, onEmpty }} />}
    </div>
  );
}
