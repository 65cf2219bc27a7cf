import { useRef, useState } from 'preact/hooks';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { explain } from '../parts/explain.ts';
import { Icon } from '../parts/Icon.tsx';
import { Mark } from '../parts/Mark.tsx';
import { MoreIcon } from '../parts/MoreIcon.tsx';
import { Picker } from '../parts/Picker.tsx';
import { type ElementRef, useInView } from '../parts/use-in-view.ts';
import { useLoaded } from '../parts/use-loaded.ts';
import { identityOf } from './identity.ts';

interface FollowersProps {
  panel: Pick<Panel, 'readOnly' | 'row' | 'contactWork' | 'directory'>;
  words: FieldsMessages;
  section: ElementRef;
}

/** The contact's followers as chips, and a picker that adds one. */
export function Followers({ panel, words, section }: FollowersProps) {
  const messages = useMessages();
  const work = useLoaded(panel.contactWork);
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  useInView(section, work && identityOf(panel), () => work?.readFollowers());

  const { ids, saving, failure } = work?.followers.value ?? { ids: null, saving: false, failure: null };
  const users = panel.directory.users.value;
  const nameOf = (id: string) => users.get(id)?.name ?? messages.someone;
  const mayChange = !panel.readOnly.value && work !== null;
  const close = (back: boolean) => {
    setAdding(false);
    if (back) requestAnimationFrame(() => add.current?.focus());
  };
  const free = [...users.values()]
    .filter(({ id }) => !ids?.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label));

  return (
    <div class="field">
      <dt>{words.followers}</dt>
      <dd data-followers>
        <ul class="people" aria-label={words.followers}>
          {ids?.map((id) => (
            <li key={id} class="chip chip--cut">
              <span>{nameOf(id)}</span>
              {mayChange && (
                <button
                  type="button"
                  class="chip-x"
                  aria-label={words.removeFollower(nameOf(id))}
                  onClick={() => work.unfollow(id)}
                >
                  <Icon name="close" size={12} />
                </button>
              )}
            </li>
          ))}
          {ids === null && <li class="muted">{words.followersUnread}</li>}
          {mayChange && ids && !adding && (
            <li>
              <button
                ref={add}
                type="button"
                class="chip chip--add"
                aria-label={words.addFollower}
                onClick={() => setAdding(true)}
              >
                <MoreIcon name="plus" size={12} />
                {words.follower}
              </button>
            </li>
          )}
        </ul>
        {adding && work && (
          <Picker
            label={words.addFollower}
            choices={free}
            value=""
            onPick={(id) => {
              work.follow(id);
              close(true);
            }}
            onClose={close}
          />
        )}
        <Mark mark={saving ? 'saving' : failure ? 'failed' : 'none'} />
        {failure && !saving && (
          <p class="field-note field-note--bad">{explain(failure, messages, { label: words.followers })}</p>
        )}
      </dd>
    </div>
  );
}
