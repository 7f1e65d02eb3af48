/**
 * Words without content of their own, in both languages: neither indexed nor searched. `senza` and `no` mean something,
 * and a word that is also a noun stays: `stato`, `ancora` (àncora).
 */
export const stopWords: ReadonlySet<string> = new Set(
  `
  il lo la i gli le un uno una dei degli delle del dello della di da dal dallo dalla dai dagli dalle a al allo alla ai agli alle
  in nel nello nella nei negli nelle con col coi su sul sullo sulla sui sugli sulle per tra fra e ed o od ma se che chi cui non
  ne ci vi si mi ti lui lei noi voi loro io tu esso essa essi esse questo questa questi queste quello quella quelli quelle quel quei
  suo sua suoi sue mio mia miei mie tuo tua tuoi tue nostro nostra nostri nostre vostro vostra vostri vostre
  e' essere sono sei siamo siete era erano fu sia siano ha hanno ho hai abbiamo avete aveva avere avuto
  come dove quando perche cosa cos quale quali quanto quanta quanti quante anche gia piu meno molto poi cosi
  ogni qualche qualcosa alcuni alcune tutto tutta tutti tutte altro altra altri altre etc ecc cioe quindi dunque oppure
  vorrei voglio posso puo possono devo deve devono c'e
  the a an of to in on at by for from with without into onto and or but not is are was were be been being am do does did has have had
  this that these those it its they them their he she his her we our us you your my me i as if so than then there here
  what which who whom whose where when why how can could may might will would shall should must about also more most some any all each
  such other
  `
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'without'),
)
