import { useState } from 'preact/hooks';
import { useFieldWords } from '../i18n/fields-words.ts';
import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Icon } from './Icon.tsx';
import { Lazy } from './Lazy.tsx';
import { Menu, MenuItem } from './Menu.tsx';
import { MoreIcon } from './MoreIcon.tsx';

const loadDelete = async () => (await import('./DeleteContact.tsx')).DeleteContact;

/** What can be done with the contact as a whole. */
export function ContactMenu({ panel, onShortcuts }: { panel: Panel; onShortcuts: () => void }) {
  const { menu, moreActions } = useMessages().contact;
  const words = useFieldWords();
  const [asking, setAsking] = useState(false);
  const contactId = panel.row.value?.contactId;
  const mayDelete = words && panel.contact.value.data && !panel.readOnly.value;
  return (
    <>
      <Menu label={moreActions} icon={<Icon name="more" />}>
        <MenuItem icon="refresh" onPick={() => panel.refresh()} shortcut="R">
          {menu.refresh}
        </MenuItem>
        {contactId && (
          <MenuItem icon="copy" onPick={() => panel.copy(contactId)}>
            {menu.copyId}
          </MenuItem>
        )}
        <hr />
        <MenuItem icon="settings" onPick={() => panel.openSettings()}>
          {menu.settings}
        </MenuItem>
        <MenuItem icon="keyboard" onPick={onShortcuts} shortcut="?">
          {menu.shortcuts}
        </MenuItem>
        {mayDelete && <hr />}
        {mayDelete && (
          <MenuItem icon={<MoreIcon name="trash" />} danger onPick={() => setAsking(true)}>
            {words.deleteItem}
          </MenuItem>
        )}
      </Menu>
      {asking && words && <Lazy load={loadDelete} props={{ panel, words, onClose: () => setAsking(false) }} />}
    </>
  );
}
