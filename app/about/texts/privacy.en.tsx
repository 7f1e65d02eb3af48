import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Which data we process, why, for how long, and how to see, correct or erase them.'

function Text({ facts }: TextProps) {
  return (
    <>
      <p>Information under articles 13 and 14 of Regulation (EU) 2016/679 (GDPR).</p>
      <h2>Controller and data protection officer</h2>
      <p>
        Controller: <Fact value={facts.organisation} />, <Fact value={facts.contact} />. Data protection officer (DPO):{' '}
        <Fact value={facts.dpo} />.
      </p>
      <h2>Visitors</h2>
      <p>
        We ask for no data to read and search. The technical log keeps the page, the outcome and the time of each request: not the network
        address, not the words searched for. The network address is held in memory for a few minutes, only to stop abuse. No page calls
        other sites: there are no third-party statistics, external fonts or maps, no social media buttons.
      </p>
      <p>
        Whoever answers “Was this page useful?” stays anonymous: we keep the page, the language, the answer, the day and the comment, from
        which we take out what looks like personal data. Comments are deleted after a year.
      </p>
      <p>
        Searches that find nothing help the editors see what is missing: we keep their words for 90 days, without knowing who searched,
        after dropping what looks like personal data. Editors only see them once at least three people searched for them.
      </p>
      <h2>Cookies</h2>
      <p>We only use technical cookies, which need no consent:</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Cookies in use">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What it is for</th>
              <th scope="col">How long</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>cc_lang</td>
              <td>remembers the language you chose</td>
              <td>one year</td>
            </tr>
            <tr>
              <td>cc_proposta</td>
              <td>goes on with a proposal begun on this browser</td>
              <td>60 days</td>
            </tr>
            <tr>
              <td>cc_sid (__Host-cc_sid)</td>
              <td>keeps you signed in</td>
              <td>8 hours of inactivity for editors, 30 days for others</td>
            </tr>
            <tr>
              <td>cc_part (__Host-cc_part)</td>
              <td>lets you take part in a process with a code, without an account</td>
              <td>30 days after the last visit</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        While you write, your browser keeps a copy of the text on your device until the server confirms that it has saved it: so no words
        are lost when the network fails.
      </p>
      <h2>People with an account</h2>
      <ul>
        <li>
          Name, e-mail address, the body you belong to, a short presentation if you write one. The password is only kept in a form that
          cannot be reversed.
        </li>
        <li>Open sessions (date and kind of browser), which you can see and end from your account.</li>
        <li>Enrolments in programmes and the texts you contributed to: your name appears among those who wrote the text.</li>
        <li>The searches you saved, until you delete them: they serve to write to you when there is something new, if you asked for it.</li>
        <li>A record of who did what to sheets and accounts, without content.</li>
      </ul>
      <p>
        Legal basis: the service you ask for by registering (art. 6(1)(b)) and, when the controller is a public body, a task in the public
        interest (e). Appearing in public lists of people depends on your consent, which you can withdraw in your profile.
      </p>
      <h2>Who takes part with a code</h2>
      <p>
        People who come into a participatory process with a code are not asked for a name, e-mail, phone or nationality. We keep a random
        pseudonym (or the name they choose to show), their language, the day they came in, their answers and the words written at tables;
        not their network address, nor their device, nor the time of each sentence. Those who facilitate the process read them; a quote is
        published only with consent, which can be withdrawn at any time. Voice recordings stay on our server, are heard by facilitators
        only, and are deleted 30 days after they are written down.
      </p>
      <p>
        After a process ends, participants’ words, recordings and access are deleted when the months named in the notice before coming in
        are over (24, unless the facilitators chose otherwise). Figures, outcomes with their reasons, and quotes published with consent
        stay; a quote can be withdrawn with the personal code. Without a network, the phone keeps only words that were not sent yet; “Leave
        and clear” removes them.
      </p>
      <h2>Who proposes a practice without an account</h2>
      <p>
        We keep what you write and, if you give it, your e-mail address, which nobody sees before you confirm it and which is not published.
        Proposals never sent are erased after 60 days, those never confirmed after 14, the address one year after the decision; with the
        code you can erase everything at any time.
      </p>
      <h2>People named in sources</h2>
      <p>
        Sheets describe organisations and projects. They hold no data of migrants and no personal stories. If a linked source names you and
        you want the reference removed, write to the contact above.
      </p>
      <h2>How long</h2>
      <p>
        Account data stay as long as you keep the account. When you close it, name, e-mail, password, presentation, enrolments and
        memberships are erased at once; texts written together stay, without your name. Erased data disappear from backups within 30 days.
      </p>
      <h2>Who receives them</h2>
      <p>
        Nobody, except those who run the server and the e-mail on behalf of the controller. We do not transfer data outside the European
        Union and do not use them for profiling or automated decisions.
      </p>
      <h2>Your rights</h2>
      <p>
        You can download your data, correct them and close your account yourself, from <SiteLink to="/scrivania">your desk</SiteLink>. You
        can also ask the controller for access, rectification, erasure, restriction and portability, and object. If you think your rights
        are not respected you can turn to the <a href="https://www.garanteprivacy.it">Italian data protection authority (Garante)</a>.
      </p>
    </>
  )
}

export const privacyEn: LanguageText = { lead, Text }
