/**
 * The ten languages of co-design: participants' pages are in all of them, and whoever runs a process may write its
 * questions in all of them. The product's own interface has three (app/shared/languages.ts).
 */
export const participantLanguages = ['it', 'en', 'ar', 'fr', 'sq', 'zh', 'uk', 'es', 'ro', 'ur'] as const
export type ParticipantLang = (typeof participantLanguages)[number]

/** Each in its own name, as people look for it. */
export const participantLanguageNames: Record<ParticipantLang, string> = {
  it: 'Italiano',
  en: 'English',
  ar: 'العربية',
  fr: 'Français',
  sq: 'Shqip',
  zh: '中文',
  uk: 'Українська',
  es: 'Español',
  ro: 'Română',
  ur: 'اردو',
}

export const isParticipantLang = (value: unknown): value is ParticipantLang =>
  typeof value === 'string' && (participantLanguages as readonly string[]).includes(value)
