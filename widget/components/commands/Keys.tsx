import type { CommandsMessages } from '../../i18n/en/commands.ts';

const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform);

const signs: Readonly<Record<string, keyof CommandsMessages['keys']>> = {
  ' ': 'space',
  Enter: 'enter',
  Escape: 'escape',
  Delete: 'remove',
  Backspace: 'back',
  Home: 'home',
  End: 'end',
  Shift: 'shift',
};
const arrows: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** Keys with their labels on a keyboard; key combinations are grouped. */
export function Keys({ keys, words }: { keys: readonly string[]; words: CommandsMessages['keys'] }) {
  const print = (part: string) => {
    if (part === 'Mod') return isMac() ? '⌘' : 'Ctrl';
    const sign = signs[part];
    return sign ? words[sign] : (arrows[part] ?? part.toUpperCase());
  };
  return (
    <>
      {keys.map((key) => (
        <span key={key} class="keys-together">
          {key.split('+').map((part) => (
            <kbd key={part} class="kbd">
              {print(part)}
            </kbd>
          ))}
        </span>
      ))}
    </>
  );
}
