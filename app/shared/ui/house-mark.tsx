/** The house mark: several roofs over one common room. */
export function HouseMark() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d="M2 34 18 18l8 8L38 10l24 24-4 4L38 18 22 38l-4-4-12 4z" />
      <path d="M10 38h44v18H38V44H26v12H10z" />
    </svg>
  )
}
