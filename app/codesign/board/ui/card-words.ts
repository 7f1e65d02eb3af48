import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import type { BoardCard } from '../read-board.server.ts'

/** What a card says and in which language: its words, the choice made, or that it was spoken and waits to be written down. */
export function useCardWords({ prompts }: BoardPage): (card: BoardCard) => { words: string; lang: string } {
  const { t, lang } = useI18n()
  return ({ body, choice, promptId, voice, ...card }) => {
    const prompt = prompts.find(({ id }) => id === promptId)
    if (choice !== null && prompt) return { words: prompt.choices[choice] ?? '', lang: prompt.lang }
    return voice && body === '' ? { words: t('codesign.board.cards.voice'), lang } : { words: body, lang: card.lang }
  }
}
