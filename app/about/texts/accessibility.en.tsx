import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Everybody must be able to use Casa Comune: with the keyboard, a screen reader, a phone, without JavaScript.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Accessibility statement</h2>
      <p>
        The statement made with the AgID form (Italian law 4/2004) is published here: <Fact value={facts.statementUrl} />.
      </p>
      <h2>What we do</h2>
      <ul>
        <li>We build to WCAG 2.2, level AA; the legal minimum is WCAG 2.1 AA of the standard EN 301 549.</li>
        <li>Every page can be read, searched and used without JavaScript, at a width of 320 pixels and with text enlarged to 200%.</li>
        <li>Headings, lists and tables are real headings, lists and tables; next to the map there is a table with the same data.</li>
        <li>Every text declares its language: where a translation is missing the page says so.</li>
        <li>The editor asks for the alternative text of images, uses real headings and works with the keyboard.</li>
        <li>
          At each change of the software an automatic check (axe) verifies every page, in Italian and Arabic, on large and small screens.
        </li>
      </ul>
      <h2>What we know is missing</h2>
      <ul>
        <li>The site has not yet been tried by a group of people with disabilities: the checks are automatic or our own.</li>
        <li>Documents of others to which the sheets point may not be accessible.</li>
        <li>
          While several people write at once, the changes of others are not announced one by one to screen readers: they are read again in
          the text.
        </li>
      </ul>
      <h2>Report a problem</h2>
      <p>
        Write to <Fact value={facts.contact} /> and say which page and what you cannot do. Other addresses are on the page{' '}
        <SiteLink to="/contatti">Contacts</SiteLink>. If there is no answer or it is not enough, you can turn to the Italian{' '}
        <a href="https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale">digital ombudsman</a> at AgID.
      </p>
    </>
  )
}

export const accessibilityEn: LanguageText = { lead, Text }
