import './Avatar.css';

/** A person's initials on a background colour that is derived from the name. */
export function Avatar({ name, of, title }: { name: string; of: 'contact' | 'user' | 'location'; title?: string }) {
  return (
    <span
      class={of === 'user' ? 'who' : 'who who--contact'}
      data-hue={hueOf(name)}
      title={title}
      aria-hidden={title ? undefined : 'true'}
    >
      {title ? (
        <>
          <span aria-hidden="true">{initialsOf(name)}</span>
          <span class="sr">{title}</span>
        </>
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum % 4) + 1;
}
