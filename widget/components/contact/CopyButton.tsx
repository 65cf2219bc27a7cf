import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Icon } from '../parts/Icon.tsx';

/** Copies a text and confirms it with a check mark. */
export function CopyButton({ panel, text, label }: { panel: Pick<Panel, 'copy'>; text: string; label: string }) {
  const { copy } = useMessages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);

  const onClick = () => {
    panel.copy(text);
    setCopied(true);
  };
  return (
    <button type="button" class="ib" aria-label={label} title={copy} onClick={onClick}>
      <Icon name={copied ? 'check' : 'copy'} size={14} />
    </button>
  );
}
