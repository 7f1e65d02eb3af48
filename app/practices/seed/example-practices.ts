import type { PracticeState } from '../practice.ts'

/** A sheet that shows a state of the workflow. Invented, named so in its title, without people. */
export type ExamplePractice = {
  state: Exclude<PracticeState, 'published'>
  title_it: string
  title_en: string
  summary_it: string
  summary_en: string
  territory: string
  place: string
  kind: string
  theme: string
  markdown: string
  /** Said at the step that led to the state. */
  reason: string
}

export const examplePractices: readonly ExamplePractice[] = [
  {
    state: 'draft',
    title_it: 'Esempio: sportello casa in biblioteca',
    title_en: 'Example: housing desk in the library',
    summary_it: 'Un pomeriggio alla settimana la biblioteca comunale ospita uno sportello che aiuta a leggere contratti e bandi.',
    summary_en: 'One afternoon a week the town library hosts a desk that helps people read leases and calls.',
    territory: 'comune:047014',
    place: 'Pistoia',
    kind: 'kind:information',
    theme: 'theme:housing',
    markdown: '## problem\n\nTesto di esempio: qui si racconta il bisogno da cui si è partiti.',
    reason: '',
  },
  {
    state: 'submitted',
    title_it: 'Esempio: fondo comunale per la cauzione',
    title_en: 'Example: municipal deposit fund',
    summary_it: 'Il Comune anticipa la cauzione a chi firma il primo contratto di affitto e la recupera in piccole rate.',
    summary_en: 'The municipality advances the deposit to people signing a first lease and recovers it in small instalments.',
    territory: 'comune:051002',
    place: 'Arezzo',
    kind: 'kind:guarantee_fund',
    theme: 'theme:housing',
    markdown: '## problem\n\nTesto di esempio.\n\n## how\n\nTesto di esempio: qui si racconta come funziona.',
    reason: '',
  },
  {
    state: 'changes-requested',
    title_it: 'Esempio: orto condiviso tra condomìni',
    title_en: 'Example: garden shared by apartment blocks',
    summary_it: 'Due condomìni pubblici coltivano insieme un terreno del Comune con un patto di collaborazione.',
    summary_en: 'Two public blocks of flats grow a municipal plot together under a collaboration pact.',
    territory: 'comune:052032',
    place: 'Siena',
    kind: 'kind:commons',
    theme: 'theme:community',
    markdown: '## problem\n\nTesto di esempio.\n\n## results\n\nTesto di esempio.',
    reason: 'Esempio di richiesta: indicare quante famiglie partecipano e la fonte del dato.',
  },
  {
    state: 'accepted',
    title_it: 'Esempio: formazione per chi affitta casa',
    title_en: 'Example: training for landlords',
    summary_it: 'Tre incontri serali per piccoli proprietari su contratti, garanzie e mediazione con gli inquilini.',
    summary_en: 'Three evening meetings for small landlords on leases, guarantees and mediation with tenants.',
    territory: 'comune:053011',
    place: 'Grosseto',
    kind: 'kind:agency',
    theme: 'theme:work',
    markdown: '## problem\n\nTesto di esempio.\n\n## transfer\n\nTesto di esempio: qui si dice che cosa serve per rifarla altrove.',
    reason: '',
  },
  {
    state: 'to-reconfirm',
    title_it: 'Esempio: coabitazione tra studenti e vicini',
    title_en: 'Example: students and neighbours sharing homes',
    summary_it: 'Studenti e persone anziane dello stesso quartiere condividono casa e piccoli aiuti quotidiani.',
    summary_en: 'Students and older people of one neighbourhood share a home and small daily favours.',
    territory: 'comune:050026',
    place: 'Pisa',
    kind: 'kind:cohousing',
    theme: 'theme:community',
    markdown: '## problem\n\nTesto di esempio.\n\n## how\n\nTesto di esempio.',
    reason: 'Esempio: la scheda non viene aggiornata da dodici mesi.',
  },
  {
    state: 'archived',
    title_it: 'Esempio: punto di ascolto chiuso',
    title_en: 'Example: a listening point that closed',
    summary_it: 'Un punto di ascolto durato una stagione, archiviato dopo la fine del finanziamento.',
    summary_en: 'A listening point that lasted one season, archived when its funding ended.',
    territory: 'comune:045003',
    place: 'Carrara',
    kind: 'kind:information',
    theme: 'theme:health',
    markdown: '## difficulties\n\nTesto di esempio: anche le difficoltà vanno raccontate.',
    reason: 'Esempio: il servizio non esiste più.',
  },
]

/** The steps that lead to a state, as the follow-up page shows them. */
export const stepsTo: Record<ExamplePractice['state'], readonly PracticeState[]> = {
  draft: ['draft'],
  submitted: ['draft', 'submitted'],
  'changes-requested': ['draft', 'submitted', 'changes-requested'],
  accepted: ['draft', 'submitted', 'accepted'],
  'to-reconfirm': ['draft', 'submitted', 'accepted', 'published', 'to-reconfirm'],
  archived: ['draft', 'submitted', 'accepted', 'published', 'archived'],
}
