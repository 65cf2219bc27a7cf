import './Icon.css';

/** Drawn like the icons of `Icon`; these come with a contact's further parts. */
const paths = {
  plus: 'M8 3.5v9M3.5 8h9',
  trash:
    'M3 4.5h10M6.3 4.5V3.2A.7.7 0 0 1 7 2.5h2a.7.7 0 0 1 .7.7v1.3M4.4 4.5l.6 8a1 1 0 0 0 1 1h4a1 1 0 0 0 1-1l.6-8M6.8 7v4M9.2 7v4',
};

export function MoreIcon({ name, size = 14 }: { name: keyof typeof paths; size?: 12 | 14 }) {
  return (
    <svg class={`i ${size === 12 ? 'i-xs' : 'i-s'}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
