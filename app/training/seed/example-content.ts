/** The open programme that makes a first visit alive. Everything here is invented and marked as an example. */
export const exampleProgramme = {
  slug: 'esempio-scrivere-insieme',
  title_it: 'Esempio: scrivere insieme una procedura per la casa dopo l’accoglienza',
  title_en: 'Example: writing together a procedure for housing after reception',
  summary_it: 'Tre giovedì per provare la piattaforma: si legge, si discute, si scrive un capitolo a più mani.',
  summary_en: 'Three Thursdays to try the platform: read, discuss, and write one chapter with many hands.',
  for_whom_it: 'Chi vuole provare la piattaforma prima di usarla con il proprio gruppo.',
  for_whom_en: 'Anyone who wants to try the platform before using it with their own group.',
  place_it: 'Online',
  place_en: 'Online',
  text_it:
    'Questo percorso è un esempio: mostra come si presenta un corso aperto, con le iscrizioni, gli incontri in calendario e un capitolo che si scrive insieme.\n\nChi si iscrive può scrivere nel capitolo del percorso. Quando il gruppo vero comincia, gli esempi si tolgono con un comando.',
  text_en:
    'This course is an example: it shows what an open course looks like, with enrolment, sessions in the calendar and a chapter written together.\n\nThose who enrol can write in the course’s chapter. When the real group starts, the examples are removed with one command.',
}

export const exampleSessions = [
  {
    slug: 'primo-incontro',
    title_it: 'Primo incontro: chi siamo e che cosa serve',
    title_en: 'First session: who we are and what is needed',
    summary_it: 'Presentazioni, esempi dai territori, indice del capitolo.',
    summary_en: 'Introductions, examples from the areas, outline of the chapter.',
    text_it:
      '## lecture\n\nPresentazione della piattaforma e di tre buone pratiche scelte dal gruppo.\n\n## operational\n\nOgni tavolo propone due domande a cui il capitolo deve rispondere.',
    text_en:
      '## lecture\n\nAn introduction to the platform and to three good practices chosen by the group.\n\n## operational\n\nEach table proposes two questions the chapter has to answer.',
  },
  {
    slug: 'secondo-incontro',
    title_it: 'Secondo incontro: scrivere a più mani',
    title_en: 'Second session: writing with many hands',
    summary_it: 'Si scrive dal vivo, un paragrafo per tavolo.',
    summary_en: 'Live writing, one paragraph per table.',
    text_it:
      '## lecture\n\nFrasi brevi, verbi attivi, una fonte per ogni affermazione.\n\n## operational\n\nOgni tavolo scrive la propria sezione nel capitolo d’esempio; chi facilita accorda i toni.',
    text_en:
      '## lecture\n\nShort sentences, active verbs, one source for each statement.\n\n## operational\n\nEach table writes its section of the example chapter; the facilitator brings the voices together.',
  },
  {
    slug: 'terzo-incontro',
    title_it: 'Terzo incontro: rileggere e pubblicare',
    title_en: 'Third session: reading again and publishing',
    summary_it: 'Rilettura, suggerimenti, prima edizione.',
    summary_en: 'Reading again, suggestions, first edition.',
    text_it:
      '## lecture\n\nChe cosa cambia tra bozza ed edizione, e come si cita un contributo.\n\n## operational\n\nIl gruppo rilegge, accoglie i suggerimenti e propone la pubblicazione alla redazione.',
    text_en:
      '## lecture\n\nWhat changes between a draft and an edition, and how a contribution is credited.\n\n## operational\n\nThe group reads again, takes up suggestions and proposes publication to the editors.',
  },
]
