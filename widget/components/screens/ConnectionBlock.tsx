import { useState } from 'preact/hooks';
import { useFormats } from '../../i18n/LocaleProvider.tsx';
import { useConnectionMessages } from '../../i18n/use-connection.ts';
import type { Panel } from '../../store/view.ts';
import { Avatar } from '../contact/Avatar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { Problem } from './Connect.tsx';

/** The connection in the settings: its location, its date, and for owners the button that disconnects it. */
export function ConnectionBlock({ panel }: { panel: Pick<Panel, 'now' | 'directory' | 'connecting'> }) {
  const words = useConnectionMessages();
  const connecting = useLoaded(panel.connecting);
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const view = connecting?.view.value;
  const name = panel.directory.location.value?.name ?? view?.connection?.locationName;
  if (!words) return null;
  const { connect } = words;
  if (!name) return <p>{connect.notConnected}</p>;
  const since = view?.connection?.connectedAt;
  return (
    <>
      <div class="conn">
        <Avatar name={name} of="location" />
        <div>
          <p class="strong clip">{name}</p>
          {view && (
            <p class="muted">{since ? connect.since(formats.moment(since, panel.now.value)) : connect.pinned}</p>
          )}
        </div>
        <span class="pill pill--green">
          <Icon name="check" size={12} />
          {connect.connected}
        </span>
      </div>
      {connecting && view?.canConnect && !isAsking && (
        <div>
          <button type="button" class="btn btn--danger" onClick={() => setAsking(true)}>
            {connect.disconnect}
          </button>
        </div>
      )}
      {connecting && view && isAsking && (
        <div class="disconnect" role="alertdialog" aria-label={connect.disconnectAsk}>
          <p class="strong">{connect.disconnectAsk}</p>
          <p class="muted">{connect.disconnectText}</p>
          <div class="btns">
            <button type="button" class="btn" onClick={() => setAsking(false)}>
              {connect.keep}
            </button>
            <button
              type="button"
              class="btn btn--danger"
              disabled={view.step === 'busy'}
              onClick={() => connecting.disconnect()}
            >
              {connect.disconnect}
            </button>
          </div>
          <Problem view={view} words={words} />
        </div>
      )}
    </>
  );
}
