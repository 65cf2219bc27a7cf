/** A sentence in which `**` delimits bold text. */
export function Marked({ text }: { text: string }) {
  return <>{text.split('**').map((part, index) => (index % 2 ? <b key={index}>{part}</b> : part))}</>;
}
