/** Of texts in several languages the reader's, else English (unless they read Italian), else Italian, else the first. */
export function inReadingLanguage<Text extends { lang: string }>(texts: readonly Text[], lang: string): Text | undefined {
  const written = (wanted: string) => texts.find((text) => text.lang === wanted)
  return written(lang) ?? (lang === 'it' ? undefined : written('en')) ?? written('it') ?? texts[0]
}
