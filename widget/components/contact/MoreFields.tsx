import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../highlevel/contact.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { CustomFieldRow } from '../fields/CustomFieldRow.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { isShown, matcherOf, type VisibleFields } from '../fields/visible-fields.ts';
import { Icon } from '../parts/Icon.tsx';
import { loadPicker } from '../parts/lazy-parts.ts';
import { BusinessRow } from './BusinessRow.tsx';
import { ChannelsRow } from './ChannelsRow.tsx';
import { Followers } from './Followers.tsx';
import { Origin } from './Origin.tsx';
import './MoreFields.css';

interface MoreFieldsProps {
  panel: Pick<
    Panel,
    'environment' | 'now' | 'readOnly' | 'row' | 'contact' | 'fields' | 'contactWork' | 'directory' | 'settings'
  >;
  contact: Contact;
  visibleFields: VisibleFields;
  /** Reports the number of hidden empty fields. */
  onEmpty: (count: number) => void;
}

/** Milliseconds before the further fields are painted, so that a held arrow key paints none. */
const paintDelay = 60;
/** The height for the last contact, which estimates the space for the next one. */
let lastHeight = 0;

/** All fields beyond the standard ones, painted shortly after the contact. */
export function MoreFields(props: MoreFieldsProps) {
  const [isDue, setDue] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), paintDelay);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (isDue && box.current) lastHeight = box.current.offsetHeight;
  });
  return (
    <div ref={box} style={isDue ? undefined : { height: lastHeight }}>
      {isDue && <Groups {...props} />}
    </div>
  );
}

/** The fields in HighLevel's groups. */
function Groups({ panel, contact, visibleFields, onEmpty }: MoreFieldsProps) {
  const words = useFieldsMessages();
  const everShown = useRef(new Set<FieldRef>());
  const people = useRef<HTMLDListElement>(null);
  const views = new Map(panel.fields.more.value.map((field) => [field.key, field]));
  const definitions = panel.directory.customFields.value;
  // A field that has been emptied stays visible until the row changes, so that it does not disappear under the cursor.
  for (const field of views.values()) if (isShown(field)) everShown.current.add(field.key);
  const matches = matcherOf(visibleFields);
  const withEmpty = visibleFields.withEmpty.value.value;
  const isVisible = ({ key, label }: FieldView, folder: string) =>
    matches ? matches(label ?? '', folder) : withEmpty || everShown.current.has(key);

  const hideable = [...views.values()].filter(({ key }) => key.startsWith('custom:'));
  const empty = hideable.filter((field) => !isShown(field)).length;
  useLayoutEffect(() => onEmpty(empty), [empty, onEmpty]);
  if (!words) return null;

  const rows = (folder: string) =>
    definitions.flatMap((definition) => {
      const field = views.get(`custom:${definition.id}`);
      if (definition.folder !== folder || !field || !isVisible(field, folder)) return [];
      return [<CustomFieldRow key={field.key} panel={panel} field={field} definition={definition} contact={contact} />];
    });
  const folders = [...new Set(definitions.map(({ folder }) => folder))].filter(Boolean);
  const [loose, business, timezone] = [rows(''), views.get('business'), views.get('timezone')];

  const called = (name: string, row: ComponentChild) => (!matches || matches(name, words.groups.people) ? [row] : []);
  const ofPeople =
    business && timezone
      ? [
          ...called(
            words.business,
            <BusinessRow key="business" panel={panel} field={business} words={words} section={people} />,
          ),
          ...called(words.followers, <Followers key="followers" panel={panel} words={words} section={people} />),
          ...called(words.messages, <ChannelsRow key="channels" panel={panel} words={words} />),
          ...called(
            words.timezone,
            <FieldRow
              key="timezone"
              panel={panel}
              field={timezone}
              customLabel={words.timezone}
              format={zoneName}
              loadCustomEditor={loadPicker}
            />,
          ),
        ]
      : [];

  return (
    <>
      {loose.length > 0 && <dl>{loose}</dl>}
      {folders.map((folder) => {
        const inside = rows(folder);
        return inside.length > 0 && <Group key={folder} title={folder} rows={inside} />;
      })}
      {ofPeople.length > 0 && <Group title={words.groups.people} section={people} rows={ofPeople} />}
      {(!matches || matches(words.groups.origin, ...Object.values(words.origin))) && (
        <details class="origin-group">
          <summary class="field-group">
            <Icon name="chevron" size={12} />
            {words.groups.origin}
          </summary>
          <dl>
            <Origin panel={panel} contact={contact} words={words} />
          </dl>
        </details>
      )}
    </>
  );
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ');

interface GroupProps {
  title: string;
  rows: readonly ComponentChild[];
  section?: RefObject<HTMLDListElement | null>;
}

function Group({ title, rows, section }: GroupProps) {
  return (
    <>
      <h3 class="field-group">{title}</h3>
      <dl ref={section}>{rows}</dl>
    </>
  );
}
