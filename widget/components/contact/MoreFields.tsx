import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Contact } from '../../../highlevel/contact.ts';
import type { FieldRef } from '../../../sync/refs.ts';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { FieldView, Panel } from '../../store/view.ts';
import { CustomFieldRow } from '../fields/CustomFieldRow.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { type FieldSight, searchIn } from '../fields/visible-fields.ts';
import { Icon } from '../parts/Icon.tsx';
import { loadPicker } from '../parts/later.ts';
import { BusinessRow } from './BusinessRow.tsx';
import { ChannelsRow } from './ChannelsRow.tsx';
import { isShown } from './Details.tsx';
import { Followers } from './Followers.tsx';
import { Origin } from './Origin.tsx';
import './MoreFields.css';

interface MoreFieldsProps {
  panel: Panel;
  contact: Contact;
  sight: FieldSight;
  /** How many fields are hidden because they are empty. */
  onEmpty: (count: number) => void;
}

/** Milliseconds that a contact is shown before the rest of it: a held arrow key paints none of it. */
const rest = 60;
/** How high the last contact's were: the best guess at the room that the next one needs. */
let usual = 0;

/** All fields beyond the standard ones, shortly after the contact itself. */
export function MoreFields(props: MoreFieldsProps) {
  const [isDue, setDue] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), rest);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (isDue && box.current) usual = box.current.offsetHeight;
  });
  return (
    <div ref={box} style={isDue ? undefined : { height: usual }}>
      {isDue && <Groups {...props} />}
    </div>
  );
}

/** The fields, grouped as HighLevel groups them. */
function Groups({ panel, contact, sight, onEmpty }: MoreFieldsProps) {
  const words = useFieldsMessages();
  const seen = useRef(new Set<FieldRef>());
  const people = useRef<HTMLDListElement>(null);
  const views = new Map(panel.moreFields.value.map((field) => [field.key, field]));
  const definitions = panel.customFields.value;
  // A field that was just emptied stays until the row changes: it must not vanish under the cursor.
  for (const field of views.values()) if (isShown(field)) seen.current.add(field.key);
  const isMeant = searchIn(sight);
  const withEmpty = sight.withEmpty.value.value;
  const isVisible = ({ key, label }: FieldView, folder: string) =>
    isMeant ? isMeant(label ?? '', folder) : withEmpty || seen.current.has(key);

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

  const called = (name: string, row: ComponentChild) => (!isMeant || isMeant(name, words.groups.people) ? [row] : []);
  const ofPeople =
    business && timezone
      ? [
          ...called(
            words.business,
            <BusinessRow key="business" panel={panel} field={business} words={words} place={people} />,
          ),
          ...called(words.followers, <Followers key="followers" panel={panel} words={words} place={people} />),
          ...called(words.messages, <ChannelsRow key="channels" panel={panel} words={words} />),
          ...called(
            words.timezone,
            <FieldRow
              key="timezone"
              panel={panel}
              field={timezone}
              called={words.timezone}
              say={zoneName}
              load={loadPicker}
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
      {ofPeople.length > 0 && <Group title={words.groups.people} place={people} rows={ofPeople} />}
      {(!isMeant || isMeant(words.groups.origin, ...Object.values(words.origin))) && (
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
  place?: RefObject<HTMLDListElement | null>;
}

function Group({ title, rows, place }: GroupProps) {
  return (
    <>
      <h3 class="field-group">{title}</h3>
      <dl ref={place}>{rows}</dl>
    </>
  );
}
