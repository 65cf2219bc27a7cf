import { useMessages } from '../i18n/Words.tsx';
import type { Panel } from '../store/view.ts';
import './Methods.css';

export function Tags({ panel }: { panel: Panel }) {
  const { contact } = useMessages();
  const tags = panel.contact.value.data?.tags ?? panel.row.value?.tags ?? [];
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={contact.tags}>
      {tags.map((tag) => (
        <li key={tag} class="chip">
          {tag}
        </li>
      ))}
    </ul>
  );
}
