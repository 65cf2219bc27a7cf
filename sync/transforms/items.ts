/** The items of a text, without blanks around them. A list column comes one item a line, whatever the separator. */
export function splitItems(text: string, separator: string): string[] {
  const lines = text.split('\n');
  const items = separator === '\n' || separator === '' ? lines : lines.flatMap((line) => line.split(separator));
  return items.map((item) => item.trim()).filter(Boolean);
}

/** Items of field terms, one a line, as one text. */
export function joinItems(value: string, separator: string): string {
  const glue = separator === ',' || separator === ';' ? `${separator} ` : separator || '\n';
  return splitItems(value, '\n').join(glue);
}
