/** Takes a pasted or dropped picture; true when there was one. What comes with its own text is pasted as text. */
export function pictureIn(data: DataTransfer | null, take: (file: File) => void): boolean {
  if (!data || data.types.includes('text/html') || data.types.includes('text/plain')) return false
  const file = [...data.files].find((one) => one.type.startsWith('image/'))
  if (!file) return false
  take(file)
  return true
}
