import type { ChoiceLooks } from '../../../grist/choices.ts';

/** A choice in its column's colours; if their contrast is too low, the text is black or white. */
export function ChoiceChip({ choice, looks }: { choice: string; looks: ChoiceLooks | undefined }) {
  const look = looks?.[choice];
  const style = look && { background: look.fill, color: readableColor(look) };
  return (
    <span class="chip" style={style}>
      {choice}
    </span>
  );
}

/** The minimum of WCAG 2.1, level AA, for text of this size. */
const minContrast = 4.5;

function readableColor({ fill, text }: ChoiceLooks[string]): string {
  if (contrast(fill, text) >= minContrast) return text;
  return contrast(fill, '#000000') >= contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
}

/** From 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance of `#rrggbb`, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
