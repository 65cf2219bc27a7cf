import { useState } from 'preact/hooks';
import type { ConnectionMessages } from '../../i18n/en/connection.ts';
import type { Connecting } from '../../store/views/connection.ts';

/** For browsers in which the window cannot hand over its code by itself. */
export function ClaimCode({ connecting, words: { connect } }: { connecting: Connecting; words: ConnectionMessages }) {
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
