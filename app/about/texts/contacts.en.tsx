import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Whom to write to, and for what. People answer.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Editors</h2>
      <p>
        {facts.organisation ?? 'Casa Comune'}: <Fact value={facts.contact} />
      </p>
      <p>Write here also to propose an experience, to have your body listed, or if you cannot use a page.</p>
      <h2>Correct or remove a sheet</h2>
      <p>
        Sheets made from public sources may contain mistakes. If a sheet is about your body you can ask for it to be corrected, confirmed or
        removed. If a source names you, you can ask that your name does not appear: no account is needed. Give the address of the page and
        what should change.
      </p>
      <h2>Personal data</h2>
      <p>
        Data protection officer: <Fact value={facts.dpo} />. How we treat data is written on the page{' '}
        <SiteLink to="/privacy">Privacy</SiteLink>.
      </p>
      <h2>Accessibility</h2>
      <p>
        If something is not accessible write to the editors’ address: say which page, device and program you use. See{' '}
        <SiteLink to="/accessibilita">Accessibility</SiteLink>.
      </p>
    </>
  )
}

export const contactsEn: LanguageText = { lead, Text }
