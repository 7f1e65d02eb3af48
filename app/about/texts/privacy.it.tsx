import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'Quali dati trattiamo, perché, per quanto tempo e come chiederli, correggerli o cancellarli.'

function Text({ facts }: TextProps) {
  return (
    <>
      <p>Informativa resa ai sensi degli articoli 13 e 14 del Regolamento (UE) 2016/679 (GDPR).</p>
      <h2>Titolare e responsabile della protezione dei dati</h2>
      <p>
        Titolare del trattamento: <Fact value={facts.organisation} />, <Fact value={facts.contact} />. Responsabile della protezione dei
        dati (RPD): <Fact value={facts.dpo} />.
      </p>
      <h2>Chi visita il sito</h2>
      <p>
        Per leggere e cercare non chiediamo dati. Il registro tecnico conserva, per ogni richiesta, la pagina, l’esito e l’ora: non
        l’indirizzo di rete, non le parole cercate. L’indirizzo di rete è tenuto in memoria per pochi minuti, solo per fermare gli abusi.
        Nessuna pagina chiama altri siti: non ci sono statistiche di terzi, caratteri o mappe esterne, pulsanti dei social.
      </p>
      <p>
        Chi risponde alla domanda «Questa pagina è stata utile?» resta anonimo: conserviamo la pagina, la lingua, la risposta, il giorno e
        il commento, dal quale togliamo ciò che somiglia a un dato personale. I commenti si cancellano dopo un anno.
      </p>
      <p>
        Le ricerche che non trovano nulla aiutano la redazione a capire che cosa manca: ne conserviamo le parole per 90 giorni, senza sapere
        chi le ha cercate, dopo aver scartato ciò che somiglia a un dato personale. La redazione le vede soltanto quando le hanno cercate
        almeno tre persone.
      </p>
      <h2>Cookie</h2>
      <p>Usiamo soltanto cookie tecnici, per i quali non serve il consenso:</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Cookie usati">
        <table>
          <thead>
            <tr>
              <th scope="col">Nome</th>
              <th scope="col">A che cosa serve</th>
              <th scope="col">Durata</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>cc_lang</td>
              <td>ricordare la lingua scelta</td>
              <td>un anno</td>
            </tr>
            <tr>
              <td>cc_proposta</td>
              <td>riprendere la proposta di una pratica cominciata su questo browser</td>
              <td>60 giorni</td>
            </tr>
            <tr>
              <td>cc_sid (__Host-cc_sid)</td>
              <td>restare collegati dopo l’accesso</td>
              <td>8 ore di inattività per la redazione, 30 giorni per gli altri</td>
            </tr>
            <tr>
              <td>cc_part (__Host-cc_part)</td>
              <td>partecipare con un codice a un percorso, senza account</td>
              <td>30 giorni dall’ultima visita</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        Mentre si scrive, il browser conserva una copia del testo sul dispositivo finché il server non conferma di averlo salvato: serve a
        non perdere parole se manca la rete.
      </p>
      <h2>Chi ha un account</h2>
      <ul>
        <li>
          Nome, indirizzo e-mail, ente di appartenenza, breve presentazione se la scrivi. La password è conservata solo in forma cifrata non
          reversibile.
        </li>
        <li>Le sessioni aperte (data e tipo di browser), che puoi vedere e chiudere dal tuo account.</li>
        <li>Le iscrizioni ai programmi e i testi ai quali hai contribuito: il tuo nome compare tra chi ha scritto il testo.</li>
        <li>Le ricerche che hai salvato, finché non le cancelli: servono a scriverti quando c’è qualcosa di nuovo, se lo hai chiesto.</li>
        <li>Un registro di chi ha fatto che cosa sulle schede e sugli account, senza i contenuti.</li>
      </ul>
      <p>
        Base giuridica: l’esecuzione del servizio che chiedi registrandoti (art. 6, par. 1, lett. b) e, quando il titolare è un ente
        pubblico, l’esecuzione di un compito di interesse pubblico (lett. e). Comparire in elenchi pubblici di persone dipende dal tuo
        consenso, che puoi ritirare dal profilo.
      </p>
      <h2>Chi partecipa con un codice</h2>
      <p>
        A chi entra in un percorso partecipativo con un codice non chiediamo nome, e-mail, telefono o nazionalità. Conserviamo uno
        pseudonimo casuale (o il nome che la persona sceglie di mostrare), la lingua, il giorno in cui è entrata, le risposte e le parole
        scritte ai tavoli; non l’indirizzo di rete, né il dispositivo, né l’ora di ogni frase. Le legge chi facilita il percorso; una
        citazione si pubblica solo con il consenso, che si può ritirare in ogni momento. Le registrazioni vocali restano sul nostro server,
        le ascolta solo chi facilita e si cancellano 30 giorni dopo la trascrizione.
      </p>
      <p>
        Quando il percorso è concluso, parole, registrazioni e accessi dei partecipanti si cancellano dopo i mesi detti nell’avviso che si
        legge prima di entrare (24, se chi facilita non ne ha scelti altri). Restano i numeri, gli esiti con i loro motivi e le citazioni
        pubblicate con il consenso, che si ritirano con il codice personale. Sul telefono restano, se manca la rete, solo le parole non
        ancora inviate; «Esci e pulisci» le toglie.
      </p>
      <h2>Chi propone una pratica senza account</h2>
      <p>
        Conserviamo ciò che scrivi e, se lo dai, l’indirizzo e-mail, che nessuno vede prima che tu lo confermi e che non è pubblicato. Le
        proposte non inviate si cancellano dopo 60 giorni, quelle non confermate dopo 14, l’indirizzo un anno dopo la decisione; con il
        codice puoi cancellare tutto in ogni momento.
      </p>
      <h2>Persone nominate nelle fonti</h2>
      <p>
        Le schede descrivono organizzazioni e progetti. Non riportano dati di persone migranti né storie personali. Se una fonte collegata
        nomina te e vuoi che il riferimento sia tolto, scrivi al contatto indicato sopra.
      </p>
      <h2>Per quanto tempo</h2>
      <p>
        I dati dell’account restano finché lo tieni aperto. Quando lo chiudi, nome, e-mail, password, presentazione, iscrizioni e
        appartenenze sono cancellati subito; i testi scritti insieme restano, senza il tuo nome. Nelle copie di sicurezza i dati cancellati
        spariscono entro 30 giorni.
      </p>
      <h2>A chi li comunichiamo</h2>
      <p>
        A nessuno, salvo chi gestisce per conto del titolare il server e la posta elettronica. Non li trasferiamo fuori dall’Unione europea
        e non li usiamo per profilare o per decisioni automatizzate.
      </p>
      <h2>I tuoi diritti</h2>
      <p>
        Puoi scaricare i tuoi dati, correggerli e chiudere l’account da solo, dalla <SiteLink to="/scrivania">tua scrivania</SiteLink>. Puoi
        inoltre chiedere al titolare accesso, rettifica, cancellazione, limitazione e portabilità, e opporti al trattamento. Se ritieni che
        i tuoi diritti non siano rispettati puoi rivolgerti al{' '}
        <a href="https://www.garanteprivacy.it">Garante per la protezione dei dati personali</a>.
      </p>
    </>
  )
}

export const privacyIt: LanguageText = { lead, Text }
