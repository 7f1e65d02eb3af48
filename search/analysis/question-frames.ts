const edge = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, 'giu')
const di = String.raw`(?: di| del| dello| della| dell['’]| dei| degli| delle)?`

/** Asking what a word means: the glossary answers. */
const definitions = [
  edge(String.raw`(?:che )?cos(?:a |['’])(?:è|e['’]?|sono|vuol dire|vuole dire|significa|significano|si intende per)`),
  edge(String.raw`cos['’]?\s?è`),
  edge(String.raw`che (?:vuol dire|vuole dire|significa)`),
  edge(String.raw`(?:vuol|vuole) dire`),
  edge(String.raw`(?:il )?(?:significato|definizione)${di}`),
  edge(String.raw`(?:qual è la )?differenz[ae] (?:tra|fra)`),
  edge(String.raw`what (?:is|are) (?:an?|the)?`),
  edge(String.raw`what does|(?:the )?(?:meaning|definition) of|(?:the )?differences? between`),
]

/** Words around what is asked, which no record needs to hold. */
const frames = [
  edge(
    String.raw`come (?:si )?(?:fa|fanno|fare|funziona|funzionano|scrive|scrivono|prepara|ottiene|chiede|avvia|usa|trova)(?: a| ad| per)?`,
  ),
  edge(String.raw`non (?:riesco|riusciamo|posso|possiamo|so|sappiamo)(?: più)?(?: a| ad| come)?`),
  edge(String.raw`(?:io )?(?:cerco|cerchiamo|cercasi|vorrei|voglio|ho bisogno di|abbiamo bisogno di|mi serve|ci serve|mi hanno|ci hanno)`),
  edge(String.raw`dove (?:posso|possiamo|vado|andare|trovo|trovare|si trova|si trovano)`),
  edge(String.raw`chi (?:può|puo['’]?|mi) (?:aiutarmi|aiutare|aiuta)`),
  edge(
    String.raw`(?:i|we) (?:need|want|am looking for|are looking for|would like)|looking for|how (?:do|can) (?:i|we)|how to|where can (?:i|we)`,
  ),
]

/**
 * A question without its frame: `che cos'è la SdS` asks for SdS, `non riesco a pagare l'affitto` for pagare and affitto.
 * The rest keeps its places in the text. `definition`: it asks what something is.
 */
export function withoutFrame(text: string): { text: string; definition: boolean } {
  const blank = (from: string, patterns: RegExp[]) =>
    patterns.reduce((left, pattern) => left.replace(pattern, (part) => ' '.repeat(part.length)), from)
  const term = blank(text, definitions)
  return { text: blank(term, frames), definition: term !== text }
}
