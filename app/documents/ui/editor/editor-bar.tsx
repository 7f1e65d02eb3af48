import { languageNames, isLang } from '#app/shared/languages.ts'
import { Icon } from '#app/shared/ui/icon.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { PeopleBadges } from './people-list.tsx'
import type { Present } from './room/people.ts'
import type { Room } from './room/room.ts'
import { SaveLine } from './save-line.tsx'

export type Twin = { lang: string; name: string }
export type EditorBarProps = {
  title: string
  textLang: string
  backUrl: string
  readUrl: string
  publishUrl: string | undefined
  twins: Twin[]
  people: Present[]
  room: Room | undefined
  download: () => void
}

const nameOf = (lang: string) => (isLang(lang) ? languageNames[lang] : lang)

/** Slim bar of the editor: back, title, where the words are, who is here, the other languages, share and publish. */
export function EditorBar({ title, textLang, backUrl, readUrl, publishUrl, twins, people, room, download }: EditorBarProps) {
  const { t, href } = useI18n()
  return (
    <div className="editor-bar">
      <a className="tool" href={backUrl} aria-label={t('documents.editor.back')}>
        <Icon name="arrow-left" turn />
      </a>
      <div className="editor-title">
        <h1 lang={textLang}>
          <bdi>{title}</bdi>
        </h1>
        <SaveLine room={room} download={download} />
      </div>
      <PeopleBadges people={people} />
      {twins.length > 0 && (
        <nav aria-label={t('documents.editor.languages')}>
          <ul className="plain editor-twins">
            <li aria-current="true" lang={textLang}>
              {nameOf(textLang)}
            </li>
            {twins.map((twin) => (
              <li key={twin.lang}>
                <a href={href(`/scrivania/testi/${twin.name}`)} lang={twin.lang} hrefLang={twin.lang}>
                  {nameOf(twin.lang)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="editor-links">
        <a className="btn btn-sm btn-outline-primary" href={readUrl}>
          {t('documents.editor.read')}
        </a>
        {publishUrl && (
          <a className="btn btn-sm btn-primary" href={publishUrl}>
            {t('documents.editor.publish')}
          </a>
        )}
      </div>
    </div>
  )
}
