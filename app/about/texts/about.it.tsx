import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead =
  'Casa Comune raccoglie le esperienze di abitare sociale dei territori toscani e le mette a disposizione di chi deve costruirne di nuove.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>A che cosa serve</h2>
      <ul>
        <li>
          <strong>Trovare</strong>: chi lavora in un territorio cerca che cosa ha funzionato, e che cosa no, in un altro.
        </li>
        <li>
          <strong>Scrivere insieme</strong>: chi partecipa alla formazione scrive a più mani il Manuale dell’abitare sociale.
        </li>
        <li>
          <strong>Prendere parte</strong>: operatori, amministratori e associazioni si incontrano, discutono e lasciano traccia di ciò che
          imparano.
        </li>
      </ul>
      <p>
        È rivolta a Comuni e zone-distretto, Terzo settore, facilitatori, ricercatori e a tutte le persone, con o senza background
        migratorio, che partecipano ai servizi pensati per loro. Per leggere, cercare e scaricare i dati non serve un account.
      </p>
      <h2>Chi la pubblica</h2>
      <p>
        Ente responsabile di questo sito: <Fact value={facts.organisation} />.
      </p>
      {!facts.organisation && (
        <p>
          Questa installazione è una <strong>dimostrazione</strong>: non è un sito ufficiale di ANCI Toscana né di altri enti. I contenuti
          sono stati preparati a partire da fonti pubbliche.
        </p>
      )}
      <h2>Da dove vengono i contenuti</h2>
      <ul>
        <li>
          Le <SiteLink to="/buone-pratiche">buone pratiche</SiteLink> iniziali sono ricavate da fonti pubbliche, citate in ogni scheda con
          la data in cui sono state lette. Portano la dicitura «Da fonte pubblica, non ancora verificata» finché l’ente che ha realizzato
          l’esperienza non le conferma. Quando le fonti dicono poco la scheda è breve: ciò che non sappiamo non è scritto.
        </li>
        <li>
          La <SiteLink to="/formazione">formazione</SiteLink> parte dal corso online del maggio–giugno 2023 del progetto europeo Includ-EU.
          I titoli degli incontri che non risultano da fonti pubbliche sono segnati come «titolo redazionale».
        </li>
        <li>
          Il <SiteLink to="/manuale">manuale</SiteLink> è una bozza di lavoro: ogni edizione resta leggibile e citabile anche quando ne esce
          una nuova.
        </li>
        <li>Ciò che serve solo a mostrare come funziona il sito è segnato come «Esempio» e non entra nei dati aperti.</li>
      </ul>
      <h2>Come si partecipa</h2>
      <p>
        Con un <SiteLink to="/registrati">account</SiteLink> ci si iscrive ai programmi di formazione, si scrive nei capitoli aperti e si
        propone la scheda di un’esperienza. La redazione rilegge e pubblica; ogni passaggio ha una data e un motivo. Anche le esperienze che
        non sono riuscite sono benvenute: spesso insegnano di più.
      </p>
      <h2>Il software</h2>
      <p>
        Casa Comune è software libero, distribuito con licenza EUPL-1.2: qualunque ente può riusarlo e installarlo sui propri server. Non
        usa servizi di terzi: nessuna pagina richiama altri siti mentre la si legge.
      </p>
    </>
  )
}

export const aboutIt: LanguageText = { lead, Text }
