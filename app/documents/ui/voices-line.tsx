import { useI18n } from '#app/shared/ui/i18n.tsx'

/** Whose words stand in a text, as they wish to be named now: names, and how many who wish for none. */
export type Voices = { names: string[]; unnamed: number }

/** "With the words of …", under a text that holds what participants said. */
export function VoicesLine({ voices: { names, unnamed } }: { voices: Voices }) {
  const { t } = useI18n()
  if (names.length > 0) return <p className="mb-0">{t('documents.voices', { names: names.join(', '), n: unnamed })}</p>
  return unnamed > 0 ? <p className="mb-0">{t('documents.voicesUnnamed', { n: unnamed })}</p> : null
}
