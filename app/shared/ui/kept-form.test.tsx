import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { setMessages } from '../messages/loaded.ts'
import { compiled } from '../messages/translate.ts'
import { Field, Select, TextArea } from './field.tsx'
import { I18nProvider } from './i18n.tsx'
import { KeptForm } from './kept-form.tsx'

setMessages('it', compiled.it)
const known = { name: 'Rete casa', kind: 'b', about: 'Prima' }
const fields = (
  <>
    <Field name="name" label="Nome" />
    <TextArea name="about" label="Che cosa fa" />
    <Select name="kind" label="Tipo" options={['a', 'b'].map((value) => ({ value, label: value }))} />
  </>
)
const markupOf = (answer: Parameters<typeof KeptForm>[0]['answer']) =>
  renderToStaticMarkup(
    <I18nProvider lang="it">
      <KeptForm answer={answer} known={known}>
        {fields}
      </KeptForm>
    </I18nProvider>,
  )

test('Fields show what is stored, without any error', () => {
  const markup = markupOf(undefined)
  expect(markup).toContain('value="Rete casa"')
  expect(markup).toContain('>Prima</textarea>')
  expect(markup).toContain('<option value="b" selected="">')
  expect(markup).not.toContain('aria-invalid')
})

test('After a refusal they show what was typed, with the error beside the field and on top', () => {
  const markup = markupOf({ errors: { name: 'Scrivi il nome.' }, typed: { name: '', kind: 'a' } })
  expect(markup).toContain('<a href="#f-name">Scrivi il nome.</a>')
  expect(markup).toContain('id="f-name-error"')
  expect(markup).not.toContain('Rete casa')
  expect(markup).toContain('<option value="a" selected="">')
  expect(markup).toContain('>Prima</textarea>')
})
