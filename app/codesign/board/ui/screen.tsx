import { useLocation } from '@remix-run/react'
import { dirOf } from '#app/shared/languages.ts'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { spacedCode } from '../../join/join-code.ts'
import type { ScreenPage } from '../board-page.server.ts'
import { Timer } from './timer.tsx'
import { useLive } from './use-live.ts'

/** What the room sees: large, light on dark, nobody's name. */
export function Screen({ title, code, qr, host, prompt, cards, timerEndsAt, locked, closed }: ScreenPage) {
  const { t, lang } = useI18n()
  useLive(useLocation().pathname.replace(/schermo$/, 'eventi'))
  return (
    <div className="screen">
      <div className="screen-code">
        {code && qr && !closed ? (
          <>
            <img src={qr} alt={t('codesign.process.qr')} />
            <p>{t('codesign.screen.goTo', { host })}</p>
            <p className="screen-letters" dir="ltr">
              {spacedCode(code)}
            </p>
          </>
        ) : (
          <p className="screen-big">{t(closed ? 'codesign.screen.closed' : 'codesign.screen.noCode')}</p>
        )}
        {timerEndsAt && <Timer endsAt={timerEndsAt} />}
        {locked && <p>{t('codesign.screen.locked')}</p>}
      </div>
      <div>
        <h1 lang={prompt && prompt.lang !== lang ? prompt.lang : undefined} dir="auto">
          {prompt?.question ?? title}
        </h1>
        {prompt && (
          <p className="screen-count" role="status">
            {t('codesign.screen.answers', { n: prompt.answers })}
          </p>
        )}
        {prompt && prompt.choices.length > 0 && <Bars prompt={prompt} />}
        <ul className="plain screen-cards">
          {cards.map((card) => (
            <li key={card.id}>
              <p lang={card.lang} dir={dirOf(card.lang)}>
                {card.body}
              </p>
              {card.translation && card.translation !== card.body && <p dir="auto">{card.translation}</p>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Bars({ prompt }: { prompt: NonNullable<ScreenPage['prompt']> }) {
  const most = Math.max(1, ...prompt.chosen)
  return (
    <ul className="plain screen-bars">
      {prompt.choices.map((words, index) => (
        <li key={words}>
          <span lang={prompt.lang} dir="auto">
            {words}
          </span>
          <meter value={prompt.chosen[index] ?? 0} max={most} aria-label={words} />
          <strong>{prompt.chosen[index] ?? 0}</strong>
        </li>
      ))}
    </ul>
  )
}
