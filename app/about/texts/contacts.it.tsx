import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'A chi scrivere, per che cosa. Rispondono persone.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>Redazione</h2>
      <p>
        {facts.organisation ?? 'Casa Comune'}: <Fact value={facts.contact} />
      </p>
      <p>Scrivi qui anche per proporre un’esperienza, per iscrivere il tuo ente o se non riesci a usare una pagina.</p>
      <h2>Correggere o togliere una scheda</h2>
      <p>
        Le schede ricavate da fonti pubbliche possono contenere errori. Se la scheda riguarda il tuo ente puoi chiedere di correggerla,
        confermarla o toglierla. Se una fonte nomina te, puoi chiedere che il tuo nome non compaia: non serve un account. Indica l’indirizzo
        della pagina e che cosa cambiare.
      </p>
      <h2>Protezione dei dati personali</h2>
      <p>
        Responsabile della protezione dei dati: <Fact value={facts.dpo} />. Come trattiamo i dati è scritto nella pagina{' '}
        <SiteLink to="/privacy">Privacy</SiteLink>.
      </p>
      <h2>Accessibilità</h2>
      <p>
        Se qualcosa non è accessibile scrivi allo stesso indirizzo della redazione: indica la pagina, il dispositivo e il programma che usi.
        Vedi <SiteLink to="/accessibilita">Accessibilità</SiteLink>.
      </p>
    </>
  )
}

export const contactsIt: LanguageText = { lead, Text }
