import { useState } from 'preact/hooks';
import type { ConnectionMessages } from '../../i18n/en/connection.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import type { Connecting, ConnectionView } from '../../store/views/connection.ts';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import { useLoaded } from '../parts/use-loaded.ts';
import { Blank } from './Blank.tsx';
import type { DrawingLines } from './Drawing.tsx';
import './Connect.css';

/** Two sides and the arrows between them. */
export const connectDrawing: DrawingLines = {
  plain: 'M5 10h16a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H5a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4M1 20h24M1 31h24M10 10v32',
  hot: 'M51 10h16a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H51a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4',
  ink: 'M59 34V20M54.5 24.5 59 20l4.5 4.5M30 23h9M36.5 20.5 39 23l-2.5 2.5M42 30h-9M35.5 27.5 33 30l2.5 2.5',
};

interface ConnectProps {
  panel: Pick<Panel, 'connecting' | 'refresh'>;
  words: ConnectionMessages;
  /** A previous sign-in has ended. */
  isOver: boolean;
}

/** Guides an owner through the sign-in at HighLevel; explains to other users who can connect the document. */
export function Connect({ panel, words, isOver }: ConnectProps) {
  const connecting = useLoaded(panel.connecting);
  const view = connecting?.view.value;
  if (!connecting || !view) return <Blank drawing={connectDrawing} title={words.refused.notConnected.title} />;
  const { connect } = words;
  switch (view.step) {
    case 'busy':
      return <Blank drawing={connectDrawing} title={connect.busy} />;
    case 'choosing':
      return <ChooseLocation connecting={connecting} view={view} words={words} />;
    case 'signing-in':
      return (
        <Blank
          drawing={connectDrawing}
          title={connect.signingIn}
          text={connect.signingInText}
          small={<ClaimCode connecting={connecting} words={words} />}
        >
          <button type="button" class="btn" onClick={() => connecting.cancel()}>
            {connect.cancel}
          </button>
        </Blank>
      );
    case 'idle':
      return <Begin panel={panel} connecting={connecting} view={view} words={words} isOver={isOver} />;
  }
}

interface StepProps {
  connecting: Connecting;
  view: ConnectionView;
  words: ConnectionMessages;
}

function Begin({ panel, connecting, view, words, isOver }: StepProps & ConnectProps) {
  const { tryAgain } = useMessages();
  const { connect } = words;
  const isBroken = isOver || Boolean(view.connection?.broken);
  const title = isBroken ? connect.brokenTitle : view.canConnect ? connect.title : words.refused.notConnected.title;
  const text = isBroken ? connect.brokenText : view.canConnect ? connect.text : connect.other;
  return (
    <Blank drawing={connectDrawing} title={title} text={text} small={view.canConnect ? connect.small : undefined}>
      {view.canConnect ? (
        <button type="button" class="btn btn--primary" onClick={() => connecting.connect()}>
          <Icon name="open" size={14} />
          {isBroken ? connect.reconnect : connect.button}
        </button>
      ) : (
        <button type="button" class="btn" onClick={() => panel.refresh()}>
          <Icon name="refresh" size={14} />
          {tryAgain}
        </button>
      )}
      <Problem view={view} words={words} />
    </Blank>
  );
}

/** Why the last attempt failed. */
export function Problem({ view: { problem }, words }: Pick<StepProps, 'view' | 'words'>) {
  if (!problem) return null;
  const sentence =
    problem === 'window-blocked'
      ? words.connect.blocked
      : (words.refusals[problem.reason ?? ''] ?? words.refused.other.title);
  return (
    <p class="field-note field-note--bad" role="alert">
      <Marked text={sentence} />
    </p>
  );
}

function ChooseLocation({ connecting, view, words: { connect } }: StepProps) {
  return (
    <div class="setup">
      <h1>{connect.choose}</h1>
      <p>{connect.chooseText}</p>
      <ul class="steps">
        {view.locations.map(({ id, name }) => (
          <li key={id}>
            <button type="button" class="btn btn--wide" onClick={() => connecting.choose(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="btn btn--quiet" onClick={() => connecting.cancel()}>
        {connect.cancel}
      </button>
    </div>
  );
}

/** For browsers in which the window cannot transfer its code automatically. */
function ClaimCode({ connecting, words: { connect } }: { connecting: Connecting; words: ConnectionMessages }) {
  const [code, setCode] = useState('');
  return (
    <details class="connect-code">
      <summary>{connect.code}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) connecting.claim(code);
        }}
      >
        <input
          class="input"
          aria-label={connect.codeLabel}
          autocomplete="off"
          value={code}
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <button type="submit" class="btn btn--sm">
          {connect.useCode}
        </button>
      </form>
    </details>
  );
}
