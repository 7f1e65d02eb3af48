const zone = 'Europe/Rome'

type Parts = { year: number; month: number; day: number; hour: number; minute: number }

/** What a clock in Tuscany shows at this moment. */
export function romeParts(moment: Date): Parts {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const value = Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, Number(part.value)]))
  return value as Parts
}

/** The calendar day in Tuscany, YYYY-MM-DD. */
export function romeDay(moment: Date): string {
  const { year, month, day } = romeParts(moment)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The hour and minute in Tuscany, HH:MM. */
export function romeHour(moment: Date): string {
  const { hour, minute } = romeParts(moment)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment at which clocks in Tuscany show this day (YYYY-MM-DD) and hour (HH:MM); summer time included. */
export function atRome(day: string, hour: string): Date {
  const wanted = new Date(`${day}T${hour}:00Z`)
  const shown = romeParts(wanted)
  const offset = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - wanted.getTime()
  const guess = new Date(wanted.getTime() - offset)
  // Near a change of the clocks the offset of the guess differs from the first one: measure it again.
  const again = romeParts(guess)
  const drift = Date.UTC(again.year, again.month - 1, again.day, again.hour, again.minute) - wanted.getTime()
  return new Date(guess.getTime() - drift)
}

/** The first Thursday strictly after this moment's day in Tuscany, YYYY-MM-DD. */
export function nextThursday(moment: Date): string {
  const { year, month, day } = romeParts(moment)
  const today = new Date(Date.UTC(year, month - 1, day))
  const ahead = (4 - today.getUTCDay() + 7) % 7 || 7
  return addDays(today.toISOString().slice(0, 10), ahead)
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
