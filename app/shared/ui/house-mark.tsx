/** The house mark: three roofs side by side over one common room. */
export function HouseMark() {
  return (
    <svg className="house-mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <path d="m3 37 13-13 6 6m39 7L48 24l-6 6M15 33 32 14l17 19M9 35v19h46V35M26 54V43a6 6 0 0 1 12 0v11" />
    </svg>
  )
}
