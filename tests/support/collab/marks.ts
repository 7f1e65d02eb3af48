/**
 * What a measured edit types: 8 ASCII characters that say who (three digits in base 36) and their how manyth (four).
 * So every reader can tell from bytes alone what has arrived, and whether anything is missing.
 */
const tilde = 0x7e
const markLength = 8
const digits = new Int8Array(256).fill(-1)
for (let value = 0; value < 36; value++) digits[value.toString(36).charCodeAt(0)] = value

export const markOf = (writer: number, number: number): string =>
  `~${writer.toString(36).padStart(3, '0')}${number.toString(36).padStart(4, '0')}`

function readDigits(bytes: Uint8Array, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at++) {
    const digit = digits[bytes[at]!]!
    if (digit < 0) return -1
    value = value * 36 + digit
  }
  return value
}

/** Finds every mark in these bytes, in order. */
export function eachMark(bytes: Uint8Array, found: (writer: number, number: number) => void): void {
  let at = bytes.indexOf(tilde)
  while (at !== -1 && at + markLength <= bytes.length) {
    const writer = readDigits(bytes, at + 1, 3)
    const number = writer < 0 ? -1 : readDigits(bytes, at + 4, 4)
    if (number >= 0) found(writer, number)
    at = bytes.indexOf(tilde, at + (number >= 0 ? markLength : 1))
  }
}
