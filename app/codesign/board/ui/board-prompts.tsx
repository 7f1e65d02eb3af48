import { languageOfContent } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { BoardPage } from '../board-page.server.ts'
import { Act } from './act-form.tsx'

/** Questions: which is open, which is on the projector, how many answered. */
export function BoardPrompts({ board, here }: { board: BoardPage; here: string }) {
  const { t, lang, href } = useI18n()
  const { prompts, promptId, meeting } = board
  return (
    <section className="card-box" aria-labelledby="domande">
      <h2 id="domande">{t('codesign.board.prompts.title')}</h2>
      {prompts.length === 0 && <p>{t('codesign.board.prompts.none')}</p>}
      <ol className="plain stack">
        {prompts.map((prompt) => {
          const projected = meeting.projectedPromptId === prompt.id
          const open = prompt.state === 'open'
          return (
            <li key={prompt.id} className={prompt.id === promptId ? 'board-here' : undefined}>
              <p className="mb-0">
                <a
                  href={href(`${here}?domanda=${prompt.id}`)}
                  aria-current={prompt.id === promptId ? 'true' : undefined}
                  {...languageOfContent(prompt.lang, lang)}
                >
                  {prompt.question}
                </a>
              </p>
              <p className="row-wrap small">
                <span className={open ? 'tag tag-ok' : 'tag'}>
                  {t(`codesign.board.prompts.${open ? 'open' : prompt.state === 'draft' ? 'draft' : 'closed'}`)}
                </span>
                <span>{t('codesign.board.prompts.answers', { n: prompt.answers })}</span>
                {prompt.held > 0 && <strong>{t('codesign.board.prompts.held', { n: prompt.held })}</strong>}
              </p>
              {prompt.choices.length > 0 && (
                <ul className="small">
                  {prompt.choices.map((words, index) => (
                    <li key={words}>
                      <span {...languageOfContent(prompt.lang, lang)}>{words}</span>: <strong>{prompt.chosen[index] ?? 0}</strong>
                    </li>
                  ))}
                </ul>
              )}
              <div className="row-wrap">
                <Act
                  intent={open ? 'close-prompt' : 'open-prompt'}
                  label={t(open ? 'codesign.board.prompts.close' : 'codesign.board.prompts.openIt')}
                  about={prompt.question}
                  aboutLang={prompt.lang}
                  fields={{ id: prompt.id }}
                  primary={!open}
                />
                <Act
                  intent="project"
                  label={t(projected ? 'codesign.board.prompts.unproject' : 'codesign.board.prompts.project')}
                  about={prompt.question}
                  aboutLang={prompt.lang}
                  fields={{ id: projected ? '' : prompt.id }}
                />
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
