/** A message's paragraphs; a paragraph that is an address becomes a link. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="card-box measure stack" dir="auto">
      {text.split(/\n{2,}/).map((part, index) => (
        <p key={index}>{/^https?:\/\/\S+$/.test(part) ? <a href={part}>{part}</a> : part}</p>
      ))}
    </div>
  )
}
