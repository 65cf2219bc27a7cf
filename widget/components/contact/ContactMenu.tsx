import { useContext } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useCommandsMessages } from '../../i18n/use-commands.ts';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import { OverlayContext } from '../commands/overlay.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu, MenuItem } from '../parts/Menu.tsx';
import { MoreIcon } from '../parts/MoreIcon.tsx';

const modified = () => (/Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘ K' : 'Ctrl K');

interface ContactMenuProps {
  panel: Pick<Panel, 'readOnly' | 'row' | 'contact' | 'linking' | 'settings' | 'refresh' | 'copy'>;
}

/** The actions for the whole contact. */
export function ContactMenu({ panel }: ContactMenuProps) {
  const { menu, moreActions } = useMessages().contact;
  const words = useFieldsMessages();
  const commands = useCommandsMessages();
  const overlay = useContext(OverlayContext);
  const contactId = panel.row.value?.contactId;
  const mayChange = words && panel.contact.value.data && !panel.readOnly.value;
  const open = (what: 'palette' | 'shortcuts' | 'delete') => () => {
    overlay.value = what;
  };
  return (
    <Menu label={moreActions} icon={<Icon name="more" />}>
      <MenuItem icon="refresh" onPick={() => panel.refresh()} shortcut="R">
        {menu.refresh}
      </MenuItem>
      {contactId && (
        <MenuItem icon="copy" onPick={() => panel.copy(contactId)}>
          {menu.copyId}
        </MenuItem>
      )}
      {mayChange && commands && (
        <MenuItem icon="person" onPick={() => panel.linking.open()}>
          {commands.names.changeLink}
        </MenuItem>
      )}
      <hr />
      <MenuItem icon={<MoreIcon name="settings" />} onPick={() => panel.settings.open()}>
        {menu.settings}
      </MenuItem>
      {commands && (
        <MenuItem icon="search" onPick={open('palette')} shortcut={modified()}>
          {commands.names.palette}
        </MenuItem>
      )}
      <MenuItem icon={<MoreIcon name="keyboard" />} onPick={open('shortcuts')} shortcut="?">
        {menu.shortcuts}
      </MenuItem>
      {mayChange && <hr />}
      {mayChange && (
        <MenuItem icon={<MoreIcon name="trash" />} danger onPick={open('delete')}>
          {words.deleteItem}
        </MenuItem>
      )}
    </Menu>
  );
}
