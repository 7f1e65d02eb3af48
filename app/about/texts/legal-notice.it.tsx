import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Chi pubblica il sito, come si possono riusare testi e dati, che cosa valgono.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Chi pubblica</h2>
      <p>
        Ente responsabile: <Fact value={facts.organisation} />. Contatto: <Fact value={facts.contact} />.
      </p>
      {!facts.organisation && <p>Questa installazione è una dimostrazione e non è un sito ufficiale.</p>}
      <h2>Riuso dei contenuti</h2>
      <p>
        Salvo diversa indicazione, testi e schede sono pubblicati con licenza{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/deed.it">Creative Commons Attribuzione 4.0 (CC BY 4.0)</a>: si possono copiare,
        tradurre e adattare, anche a fini commerciali, citando la fonte. I documenti di altri a cui le schede rimandano restano soggetti
        alle condizioni di chi li ha pubblicati; marchi e loghi appartengono ai rispettivi titolari e non sono usati qui.
      </p>
      <h2>Dati aperti e confini</h2>
      <p>
        Gli elenchi si scaricano come <SiteLink to="/dati-aperti">dati aperti</SiteLink> con la stessa licenza. Codici e popolazione dei
        Comuni: ISTAT (popolazione residente al 1° gennaio 2021). Coordinate e, dove presenti, confini amministrativi: © ISTAT, CC BY;
        elaborazione openpolis (geojson-italy, CC BY 4.0), semplificati. L’assegnazione dei Comuni alle zone-distretto indica la propria
        fonte e non sostituisce l’elenco regionale.
      </p>
      <h2>Valore delle informazioni</h2>
      <p>
        Le schede «Da fonte pubblica, non ancora verificata» riassumono quanto dicono le fonti citate, alla data in cui sono state lette. I
        riferimenti a leggi e regolamenti servono a orientarsi: fanno fede soltanto i testi della Gazzetta Ufficiale e del Bollettino
        ufficiale della Regione Toscana. Il manuale è una bozza di lavoro e non è un parere legale.
      </p>
      <h2>Collegamenti ad altri siti</h2>
      <p>I siti collegati non dipendono da noi: possono cambiare o scomparire. Segnalaci i collegamenti che non funzionano.</p>
      <h2>Software</h2>
      <p>
        Casa Comune è distribuito con licenza{' '}
        <a href="https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12">EUPL-1.2</a>. L’aspetto segue Bootstrap Italia
        (licenza BSD-3-Clause), con il carattere Titillium Web (SIL Open Font License).
      </p>
    </>
  )
}

export const legalNoticeIt: LanguageText = { lead, Text }
