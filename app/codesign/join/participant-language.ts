import { isParticipantLang, type ParticipantLang } from '../participant-languages.ts'

/** The language of a participant's page before they have chosen: the address (`?l=`), then the browser's wishes, then Italian. */
export function languageWished(url: URL, acceptLanguage: string | null): ParticipantLang {
  const asked = url.searchParams.get('l')
  if (isParticipantLang(asked)) return asked
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((a, b) => b.quality - a.quality)
  return wishes.map(({ lang }) => lang).find(isParticipantLang) ?? 'it'
}
