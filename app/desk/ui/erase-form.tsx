import { isLang, languageNames } from '#app/shared/languages.ts'
import { type FieldErrors, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { Icon } from '#app/shared/ui/icon.tsx'
import { erasureReasons } from '../erasure.ts'
import type { Answer, Found, FoundHere } from './erasure-answer.ts'

const nameOf = (lang: string) => (isLang(lang) ? languageNames[lang] : lang)

/** The texts that hold the passage, each to be chosen; the same texts in other languages; why; and the last word. */
export function EraseForm({ found, answer, errors }: { found: Found; answer: Answer; errors: FieldErrors }) {
  const { t } = useI18n()
  const { typed, chosen } = answer
  const isFirst = typed.intent !== 'erase'
  return (
    <form method="post" className="stack" aria-labelledby="erase-found">
      <h2 id="erase-found">{t('desk.erase.found', { n: found.texts.length })}</h2>
      <input type="hidden" name="passages" value={typed.passages ?? ''} />
      <ul className="plain desk-list" id="f-text" tabIndex={-1}>
        {found.texts.map((text) => (
          <li key={text.name}>
            <FoundText text={text} isChosen={isFirst || chosen.includes(text.name)} />
          </li>
        ))}
      </ul>
      {errors.text && <FieldError message={errors.text} />}
      {found.files.length > 0 && (
        <fieldset>
          <legend>{t('desk.erase.files')}</legend>
          <p className="hint">{t('desk.erase.filesHow')}</p>
          {found.files.map(({ id, name, inWords }) => (
            <label key={id} className="check">
              <input type="checkbox" name="file" value={id} defaultChecked={isFirst || chosen.includes(id)} /> <bdi>{name}</bdi> (
              {t(inWords ? 'desk.erase.inFileWords' : 'desk.erase.inFileName')})
            </label>
          ))}
        </fieldset>
      )}
      {found.otherLanguages.length > 0 && (
        <fieldset>
          <legend>{t('desk.erase.otherLanguages')}</legend>
          <p className="hint">{t('desk.erase.otherLanguagesHow')}</p>
          {found.otherLanguages.map(({ name, lang, title }) => (
            <TextArea
              key={name}
              name={`in.${name}`}
              label={`${title} (${nameOf(lang)})`}
              rows={2}
              lang={lang}
              defaultValue={typed[`in.${name}`] ?? ''}
              error={errors[`in.${name}`]}
            />
          ))}
        </fieldset>
      )}
      <Select
        name="reason"
        label={t('desk.erase.reason')}
        hint={t('desk.erase.reasonHint')}
        defaultValue={typed.reason ?? ''}
        error={errors.reason}
        required
        options={[
          { value: '', label: t('desk.erase.reason.choose') },
          ...erasureReasons.map((value) => ({ value, label: t(`desk.erase.reason.${value}`) })),
        ]}
      />
      <p className="notice notice-warn">{t('desk.erase.forGood')}</p>
      <label className="check" htmlFor="f-sure">
        <input id="f-sure" type="checkbox" name="sure" value="yes" aria-describedby={errors.sure ? 'f-sure-error' : undefined} />{' '}
        {t('desk.erase.sure')}
      </label>
      {errors.sure && <FieldError id="f-sure-error" message={errors.sure} />}
      <div>
        <button type="submit" name="intent" value="erase" className="btn btn-primary">
          {t('desk.erase.submit')}
        </button>
      </div>
    </form>
  )
}

const FieldError = ({ id, message }: { id?: string; message: string }) => (
  <p className="error mb-0" id={id}>
    <Icon name="error" small /> {message}
  </p>
)

/** One text: the passage among its neighbours, and where else it stands. */
function FoundText({ text, isChosen }: { text: FoundHere; isChosen: boolean }) {
  const { t, href } = useI18n()
  const places = [
    text.removed && t('desk.erase.inRemoved'),
    text.versions > 0 && t('desk.erase.inVersions', { n: text.versions }),
    text.editions.length > 0 && t('desk.erase.inEditions', { numbers: text.editions.join(', ') }),
  ].filter((place) => place !== false)
  return (
    <>
      <label className="check">
        <input type="checkbox" name="text" value={text.name} defaultChecked={isChosen} /> <strong dir="auto">{text.title}</strong> (
        {nameOf(text.lang)})
      </label>
      <div>
        {text.excerpts.slice(0, 5).map(({ before, found, after }, index) => (
          <p key={index} lang={text.lang} dir="auto" className="mb-0">
            …{before}
            <mark>{found}</mark>
            {after}…
          </p>
        ))}
        {text.excerpts.length > 5 && <p className="muted">{t('desk.erase.more', { n: text.excerpts.length - 5 })}</p>}
        {places.length > 0 && <p className="muted small">{places.join(' · ')}</p>}
        <p className="row-wrap small">
          <a href={href(`/scrivania/testi/${text.name}`)} aria-label={`${t('desk.erase.open')}: ${text.title} (${nameOf(text.lang)})`}>
            {t('desk.erase.open')}
          </a>
        </p>
      </div>
    </>
  )
}
