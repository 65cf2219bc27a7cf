import { useState } from 'preact/hooks';
import type { LateMessages } from '../i18n/en/late.ts';
import { useFormats } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import { Avatar } from './Avatar.tsx';
import { Problem } from './Connect.tsx';
import { Icon } from './Icon.tsx';
import { useConnecting } from './use-connecting.ts';

/** In the settings: which location it is, since when, and for its owners the way out. */
export function ConnectionBlock({ panel, words }: { panel: Panel; words: LateMessages }) {
  const connecting = useConnecting(panel);
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const view = connecting?.view.value;
  const name = panel.location.value?.name ?? view?.connection?.locationName;
  if (!name) return <p>{words.settings.notConnected}</p>;
  const { connect } = words;
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
          {words.settings.connected}
        </span>
      </div>
      {connecting && view?.canConnect && !isAsking && (
        <button type="button" class="btn btn--quiet btn--danger" onClick={() => setAsking(true)}>
          {connect.disconnect}
        </button>
      )}
      {connecting && view && isAsking && (
        <div role="alertdialog" aria-label={connect.disconnectAsk}>
          <p class="strong">{connect.disconnectAsk}</p>
          <p>{connect.disconnectText}</p>
          <button type="button" class="btn" onClick={() => setAsking(false)}>
            {connect.keep}
          </button>{' '}
          <button
            type="button"
            class="btn btn--danger"
            disabled={view.step === 'busy'}
            onClick={() => connecting.disconnect()}
          >
            {connect.disconnect}
          </button>
          <Problem view={view} words={words} />
        </div>
      )}
    </>
  );
}
