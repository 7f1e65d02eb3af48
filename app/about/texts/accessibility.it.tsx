import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Casa Comune deve poter essere usata da chiunque: con la tastiera, con un lettore di schermo, dal telefono, senza JavaScript.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Dichiarazione di accessibilità</h2>
      <p>
        La dichiarazione resa con il modello AgID (legge 4/2004) è pubblicata qui: <Fact value={facts.statementUrl} />.
      </p>
      <h2>Che cosa facciamo</h2>
      <ul>
        <li>Il riferimento sono le WCAG 2.2, livello AA; il minimo di legge sono le WCAG 2.1 AA della norma EN 301 549.</li>
        <li>Ogni pagina si legge, si cerca e si usa anche senza JavaScript, a 320 pixel di larghezza e con il testo ingrandito al 200%.</li>
        <li>Titoli, elenchi e tabelle sono veri titoli, elenchi e tabelle; la mappa ha accanto una tabella con gli stessi dati.</li>
        <li>Ogni testo dichiara la propria lingua: quando manca la traduzione la pagina lo dice.</li>
        <li>L’editor chiede il testo alternativo delle immagini, usa titoli veri e si comanda da tastiera.</li>
        <li>
          A ogni modifica del software un controllo automatico (axe) verifica tutte le pagine, in italiano e in arabo, su schermo grande e
          piccolo.
        </li>
      </ul>
      <h2>Che cosa sappiamo che manca</h2>
      <ul>
        <li>Il sito non è ancora stato provato da un gruppo di persone con disabilità: i controlli sono automatici o fatti da noi.</li>
        <li>I documenti di altri a cui le schede rimandano possono non essere accessibili.</li>
        <li>
          Durante la scrittura in contemporanea le modifiche degli altri non sono annunciate una per una al lettore di schermo: si rileggono
          nel testo.
        </li>
      </ul>
      <h2>Segnalare un problema</h2>
      <p>
        Scrivi a <Fact value={facts.contact} /> indicando la pagina e che cosa non riesci a fare. Gli altri recapiti sono nella pagina{' '}
        <SiteLink to="/contatti">Contatti</SiteLink>. Se la risposta manca o non basta, puoi rivolgerti al{' '}
        <a href="https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale">Difensore civico per il digitale</a>, presso AgID.
      </p>
    </>
  )
}

export const accessibilityIt: LanguageText = { lead, Text }
