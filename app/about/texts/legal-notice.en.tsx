import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Who publishes the site, how texts and data may be reused, what they are worth.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Who publishes</h2>
      <p>
        Responsible body: <Fact value={facts.organisation} />. Contact: <Fact value={facts.contact} />.
      </p>
      {!facts.organisation && <p>This installation is a demonstration and not an official site.</p>}
      <h2>Reuse of content</h2>
      <p>
        Unless stated otherwise, texts and sheets are published under{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 (CC BY 4.0)</a>: you may copy, translate and
        adapt them, also commercially, if you name the source. Documents of others to which the sheets point remain under the conditions of
        those who published them; trademarks and logos belong to their owners and are not used here.
      </p>
      <h2>Open data and boundaries</h2>
      <p>
        The lists can be downloaded as <SiteLink to="/dati-aperti">open data</SiteLink> under the same licence. Codes and population of
        municipalities: ISTAT (resident population on 1 January 2021). Coordinates and, where present, administrative boundaries: © ISTAT,
        CC BY; processed by openpolis (geojson-italy, CC BY 4.0), simplified. The assignment of municipalities to health zones names its
        source and does not replace the regional list.
      </p>
      <h2>What the information is worth</h2>
      <p>
        Sheets marked “From a public source, not yet verified” sum up what the quoted sources say, on the date they were read. References to
        laws and regulations are for orientation: only the texts of the Gazzetta Ufficiale and of the official bulletin of the Tuscany
        Region are authentic. The manual is a working draft and not legal advice.
      </p>
      <h2>Links to other sites</h2>
      <p>Linked sites do not depend on us: they may change or disappear. Tell us about links that do not work.</p>
      <h2>Software</h2>
      <p>
        Casa Comune is distributed under the{' '}
        <a href="https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12">EUPL-1.2</a> licence. Its look follows
        Bootstrap Italia (BSD-3-Clause), with the Titillium Web typeface (SIL Open Font License).
      </p>
    </>
  )
}

export const legalNoticeEn: LanguageText = { lead, Text }
