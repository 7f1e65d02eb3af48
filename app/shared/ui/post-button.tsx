type PostButtonProps = {
  intent: string
  label: string
  /** Further words for screen readers, where several buttons say the same. */
  about?: string
  fields?: Record<string, string>
  primary?: boolean
}

/** A form of one button: a change that needs no fields, posted without JavaScript. */
export function PostButton({ intent, label, about, fields = {}, primary }: PostButtonProps) {
  return (
    <form method="post">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" name="intent" value={intent} className={primary ? 'btn btn-primary btn-sm' : 'btn btn-outline-primary btn-sm'}>
        {label}
        {about && <span className="visually-hidden"> {about}</span>}
      </button>
    </form>
  )
}
