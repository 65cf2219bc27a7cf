/** A sentence in which `**` stands around what is bold. */
export function Marked({ text }: { text: string }) {
  return <>{text.split('**').map((part, index) => (index % 2 ? <b key={index}>{part}</b> : part))}</>;
}
