import type { DndChannel } from '../../../sync/refs.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import { ChannelMenu, channelsOf, isClosed } from './ChannelMenu.tsx';
import { closedNames } from './closed-channels.ts';

interface ClosedChannelsProps {
  panel: Pick<Panel, 'readOnly' | 'contact' | 'fields'>;
  of: readonly DndChannel[];
}

/** The closed channels of an e-mail address or phone: pills that open the menu of all channels. */
export function ClosedChannels({ panel, of }: ClosedChannelsProps) {
  const { dnd } = useMessages().contact;
  const words = useFieldsMessages();
  const channels = channelsOf(panel);
  const { data } = panel.contact.value;
  const closed = of.filter((channel) => isClosed(channels.get(channel)));
  const names = closedNames(closed, of, data?.dnd === true, dnd);
  return (
    <>
      {names.map((name) =>
        words && !panel.readOnly.value ? (
          <ChannelMenu
            key={name}
            panel={panel}
            channels={channels}
            words={words}
            text={name}
            buttonClass="pill pill--amber"
          />
        ) : (
          <span key={name} class="pill pill--amber">
            {name}
          </span>
        ),
      )}
    </>
  );
}
