import type { FieldsMessages } from '../../i18n/en/fields.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { FieldView } from '../../store/views/fields.ts';
import { FieldNote } from '../fields/FieldNote.tsx';
import { Mark } from '../parts/Mark.tsx';
import { ChannelMenu, channelsOf, isClosed } from './ChannelMenu.tsx';

interface ChannelsRowProps {
  panel: Pick<Panel, 'readOnly' | 'contact' | 'fields'>;
  words: FieldsMessages;
}

/** The closed channels in one line. Each channel is a separate field with its own errors. */
export function ChannelsRow({ panel, words }: ChannelsRowProps) {
  const { dnd } = useMessages().contact;
  const channels = channelsOf(panel);
  const closed = [...channels].filter(([, view]) => isClosed(view));
  const says = closed.map(([channel]) => dnd[channel]).join(', ') || words.anyMessage;
  const troubled = [...channels].filter(([, view]) => view.mark !== 'none');
  const textOf = (text: string) => (text === 'inactive' ? words.anyMessage : text);
  return (
    <div class="field">
      <dt>{words.messages}</dt>
      <dd data-channels>
        {panel.readOnly.value ? (
          <span class="val">{says}</span>
        ) : (
          <ChannelMenu
            panel={panel}
            channels={channels}
            words={words}
            text={says}
            buttonClass={closed.length > 0 ? 'val val--pick' : 'val val--pick val--empty'}
          />
        )}
        <Mark mark={troubled[0]?.[1].mark ?? 'none'} />
        {panel.contact.value.data?.inboundDnd && <p class="field-note">{words.inbound}</p>}
        {troubled.map(([channel, view]: [keyof typeof dnd, FieldView]) => (
          <FieldNote key={channel} panel={panel} field={view} label={dnd[channel]} textOf={textOf} editing={false} />
        ))}
      </dd>
    </div>
  );
}
