/** Keys and what they do, as a list of terms. `keys` read from left to right in every language. */
export function KeyList({ rows, className }: { rows: readonly (readonly [keys: string, does: string])[]; className: string }) {
  return (
    <dl className={className}>
      {rows.map(([keys, does]) => (
        <div key={keys}>
          <dt>
            <kbd dir="ltr">{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
