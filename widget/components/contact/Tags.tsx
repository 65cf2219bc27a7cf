import { useMessages } from '../../i18n/LocaleProvider.tsx';
import type { Panel } from '../../store/view.ts';
import { Lazy } from '../parts/Lazy.tsx';
import { Bar } from '../screens/Skeleton.tsx';
import { identityOf } from './identity.ts';
import { loadTags } from './lazy-contact.ts';
import './Methods.css';

/** Whether the last contact had tags, which estimates the space for the next one. */
let expectsTags = true;

interface TagsProps {
  panel: Pick<Panel, 'now' | 'readOnly' | 'row' | 'contact' | 'fields' | 'contactWork'>;
}

export function Tags({ panel }: TagsProps) {
  const { contact } = useMessages();
  const { data } = panel.contact.value;
  const tags = data?.tags ?? panel.row.value?.tags;
  if (tags) expectsTags = tags.length > 0;
  if (!tags && expectsTags) {
    return (
      <div class="tags" aria-hidden="true">
        <Bar width="88px" height={20} />
        <Bar width="56px" height={20} />
      </div>
    );
  }
  if (!tags) return null;
  const listed = tags.length > 0 && (
    <ul class="tags" aria-label={contact.tags}>
      {[...new Set(tags)].map((tag) => (
        <li key={tag} class="chip">
          {tag}
        </li>
      ))}
    </ul>
  );
  return <Lazy key={identityOf(panel)} load={loadTags} props={{ panel, tags }} fallback={listed} />;
}
