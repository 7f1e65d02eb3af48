import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Casa Comune gathers the social living experiences of Tuscan territories and offers them to those who have to build new ones.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>What it is for</h2>
      <ul>
        <li>
          <strong>Finding</strong>: people who work in one territory look for what worked, and what did not, in another.
        </li>
        <li>
          <strong>Writing together</strong>: the participants of the training write the manual of social living with many hands.
        </li>
        <li>
          <strong>Taking part</strong>: practitioners, administrators and associations meet, discuss and leave a trace of what they learn.
        </li>
      </ul>
      <p>
        It is for municipalities and health zones, the third sector, facilitators, researchers, and for everybody, with or without a
        migration background, who takes part in the services meant for them. You need no account to read, search or download the data.
      </p>
      <h2>Who publishes it</h2>
      <p>
        Body responsible for this site: <Fact value={facts.organisation} />.
      </p>
      {!facts.organisation && (
        <p>
          This installation is a <strong>demonstration</strong>: it is not an official site of ANCI Toscana or of any other body. Its
          content was prepared from public sources.
        </p>
      )}
      <h2>Where the content comes from</h2>
      <ul>
        <li>
          The first <SiteLink to="/buone-pratiche">good practices</SiteLink> come from public sources, quoted on each sheet with the date on
          which they were read. They say “From a public source, not yet verified” until the body behind the experience confirms them. Where
          the sources say little the sheet is short: what we do not know is not written.
        </li>
        <li>
          The <SiteLink to="/formazione">training</SiteLink> starts from the online course of May and June 2023 of the European project
          Includ-EU. Session titles that are not found in public sources are marked as working titles.
        </li>
        <li>
          The <SiteLink to="/manuale">manual</SiteLink> is a working draft: every edition stays readable and quotable when a new one comes
          out.
        </li>
        <li>What only serves to show how the site works is marked “Example” and is not part of the open data.</li>
      </ul>
      <h2>How to take part</h2>
      <p>
        With an <SiteLink to="/registrati">account</SiteLink> you can enrol in training programmes, write in the open chapters and propose
        the sheet of an experience. Editors read it again and publish it; each step has a date and a reason. Experiences that did not
        succeed are welcome too: they often teach more.
      </p>
      <h2>The software</h2>
      <p>
        Casa Comune is free software under the EUPL-1.2 licence: any body can reuse it and install it on its own servers. It uses no
        third-party services: no page calls other sites while you read it.
      </p>
    </>
  )
}

export const aboutEn: LanguageText = { lead, Text }
