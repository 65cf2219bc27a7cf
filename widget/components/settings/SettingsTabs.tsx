import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';

interface SettingsTabsProps<Name extends string> {
  label: string;
  /** Labels by name, in order. */
  tabs: Readonly<Record<Name, string>>;
  current: Name;
  onPick: (name: Name) => void;
}

/** The tabs of the settings: one tab stop, arrow keys move between tabs. */
export function SettingsTabs<Name extends string>({ label, tabs, current, onPick }: SettingsTabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const names = Object.keys(tabs) as Name[];
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const here = names.indexOf(current);
    const forward = document.dir === 'rtl' ? -1 : 1;
    const to = { ArrowRight: here + forward, ArrowLeft: here - forward, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : names.at(to % names.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(next);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[names.indexOf(next)]?.focus();
  };
  return (
    <div ref={list} class="page-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button
          key={name}
          id={`settings-tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === current}
          aria-controls="settings-panel"
          tabIndex={name === current ? 0 : -1}
          onClick={() => onPick(name)}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}
