import { type DndChannel, dndChannels } from '../../../sync/refs.ts';
import type { FieldsMessages } from '../../i18n/en/fields.ts';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu, MenuCheck } from '../parts/Menu.tsx';
import '../parts/chips.css';

export type Channels = ReadonlyMap<DndChannel, FieldView>;

/** The channels of the shown contact; empty until their code is loaded. */
export function channelsOf(panel: Pick<Panel, 'fields'>): Channels {
  const views = panel.fields.more.value;
  return new Map(
    dndChannels.flatMap((channel) => {
      const view = views.find(({ key }) => key === `dnd:${channel}`);
      return view ? [[channel, view] as const] : [];
    }),
  );
}

export const isClosed = (view: FieldView | undefined) => view !== undefined && view.value !== 'inactive';

interface ChannelMenuProps {
  panel: Pick<Panel, 'fields'>;
  channels: Channels;
  words: FieldsMessages;
  /** The label of the button. */
  text: string;
  buttonClass: string;
}

/** A button that names the closed channels, with a menu that opens and closes each channel. */
export function ChannelMenu({ panel, channels, words, text, buttonClass }: ChannelMenuProps) {
  const button = (
    <>
      <Icon name="bell" size={12} />
      {text}
    </>
  );
  return (
    <Menu label={words.channelMenu} icon={button} buttonClass={buttonClass} text={text}>
      <p class="menu-caption" aria-hidden="true">
        {words.messages}
      </p>
      {[...channels].map(([channel, view]) => (
        <MenuCheck
          key={channel}
          checked={isClosed(view)}
          fixed={view.value === 'permanent' ? words.permanent : null}
          onToggle={() => panel.fields.save(view.key, isClosed(view) ? 'inactive' : 'active')}
        >
          {words.channels[channel]}
          {view.value === 'permanent' && (
            <span class="end" aria-hidden="true">
              <Icon name="info" size={14} />
            </span>
          )}
        </MenuCheck>
      ))}
    </Menu>
  );
}
