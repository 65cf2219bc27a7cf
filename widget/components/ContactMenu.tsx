import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Icon } from './Icon.tsx';
import { Menu, MenuItem } from './Menu.tsx';

export function ContactMenu({ panel, onShortcuts }: { panel: Panel; onShortcuts: () => void }) {
  const { menu, moreActions } = useMessages().contact;
  const contactId = panel.row.value?.contactId;
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
      <hr />
      <MenuItem icon="settings" onPick={() => panel.openSettings()}>
        {menu.settings}
      </MenuItem>
      <MenuItem icon="keyboard" onPick={onShortcuts} shortcut="?">
        {menu.shortcuts}
      </MenuItem>
    </Menu>
  );
}
