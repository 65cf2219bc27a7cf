import { type ComponentChildren, createContext, type TargetedKeyboardEvent, type VNode } from 'preact';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';
import './Menu.css';

interface MenuProps {
  label: string;
  icon: ComponentChildren;
  /** The class of the button. @default that of an icon button */
  buttonClass?: string;
  /** The text of the button, if it has one. */
  text?: string;
  /** `MenuItem`s, with `<hr/>` between groups. */
  children: ComponentChildren;
}

const Close = createContext(() => {});

/** A button that opens a menu, with the keyboard conventions of menus. */
export function Menu({ label, icon, buttonClass = 'ib ib--lg', text, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  useLayoutEffect(() => {
    if (open) items()[0]?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const all = items();
    const here = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (target !== undefined) all.at(target % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!root.current?.contains(event.relatedTarget as Node | null)) setOpen(false);
  };

  return (
    <div ref={root} onFocusOut={onFocusOut}>
      <button
        ref={button}
        type="button"
        class={buttonClass}
        aria-label={text ? `${text}. ${label}` : label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {icon}
      </button>
      {open && (
        <div id={id} class="menu menu--end" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          <Close.Provider value={close}>{children}</Close.Provider>
        </div>
      )}
    </div>
  );
}

interface MenuItemProps {
  /** The name of an icon, or an icon element. */
  icon: IconName | VNode;
  onPick: () => void;
  shortcut?: string;
  /** The action is destructive. */
  danger?: boolean;
  children: ComponentChildren;
}

export function MenuItem({ icon, onPick, shortcut, danger = false, children }: MenuItemProps) {
  const close = useContext(Close);
  const pick = () => {
    close();
    onPick();
  };
  return (
    <button
      type="button"
      class={danger ? 'menu-item menu-item--danger' : 'menu-item'}
      role="menuitem"
      tabIndex={-1}
      onClick={pick}
    >
      {typeof icon === 'string' ? <Icon name={icon} size={14} /> : icon}
      {children}
      {shortcut && (
        <span class="kbd" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}

interface MenuCheckProps {
  checked: boolean;
  /** The reason why it cannot be changed. */
  fixed?: string | null;
  onToggle: () => void;
  children: ComponentChildren;
}

/** A checkable item. The menu stays open, so that several items can be changed. */
export function MenuCheck({ checked, fixed = null, onToggle, children }: MenuCheckProps) {
  return (
    <button
      type="button"
      class="menu-item"
      role="menuitemcheckbox"
      aria-checked={checked}
      aria-disabled={fixed !== null}
      title={fixed ?? undefined}
      tabIndex={-1}
      onClick={() => fixed === null && onToggle()}
    >
      <span class={checked ? 'menu-box menu-box--on' : 'menu-box'} aria-hidden="true" />
      {children}
    </button>
  );
}
