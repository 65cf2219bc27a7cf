/** Colours of choices, `#rrggbb`, as a column defines them. */
export type ChoiceLooks = Readonly<Record<string, { fill: string; text: string }>>;

/** What Grist paints a choice with where its column says nothing (measured on Grist 1.7). */
const plain = { fill: '#E8E8E8', text: '#000000' };
const colour = /^#[0-9a-f]{6}$/i;

/** A column's choices and their colours, out of the JSON in which Grist keeps how it looks. Nothing where it has none. */
export function choicesIn(widgetOptions: string): { choices?: readonly string[]; looks?: ChoiceLooks } {
  const { choices, choiceOptions } = parse(widgetOptions);
  if (!Array.isArray(choices)) return {};
  const looks = looksIn(choiceOptions);
  return { choices: choices.map(String), ...(Object.keys(looks).length > 0 && { looks }) };
}

function parse(text: string): { choices?: unknown; choiceOptions?: unknown } {
  try {
    return (JSON.parse(text || '{}') as object | null) ?? {};
  } catch {
    return {};
  }
}

function looksIn(choiceOptions: unknown): ChoiceLooks {
  const looks: [string, ChoiceLooks[string]][] = [];
  for (const [choice, style] of Object.entries(choiceOptions ?? {})) {
    const { fillColor, textColor } = (style ?? {}) as { fillColor?: unknown; textColor?: unknown };
    const [fill, text] = [known(fillColor), known(textColor)];
    if (fill || text) looks.push([choice, { fill: fill ?? plain.fill, text: text ?? plain.text }]);
  }
  // A choice may be called like a part of every object.
  return Object.assign(Object.create(null), Object.fromEntries(looks));
}

const known = (value: unknown) => (typeof value === 'string' && colour.test(value) ? value : undefined);
