import type { ParticipantLang } from '../participant-languages.ts'

/**
 * The process that makes a first visit alive. Everything here is invented and marked as an example; nobody in it exists.
 * Texts other than the Italian wait for review by people who speak the language (`to_review`).
 */
type Words = Record<ParticipantLang, string>
type Some<Value> = Partial<Record<ParticipantLang, Value>> & { it: Value; en: Value }

export const exampleProcess = {
  slug: 'esempio-una-casa-per-ricominciare',
  promoter: { slug: 'comune-d-esempio', name: 'Comune d’esempio' },
  texts: {
    it: {
      title: 'Esempio: una casa per ricominciare',
      summary: 'Chi ha cercato casa qui racconta che cosa aiuta e che cosa manca. Insieme scriviamo una guida che il Comune userà.',
      purpose:
        'Vogliamo una guida breve per chi cerca la prima casa dopo l’accoglienza: scritta con chi ci è passato, non al suo posto. Ogni idea riceve una risposta: accolta, unita ad altre, o non accolta con il perché.',
    },
    en: {
      title: 'Example: a home to start again',
      summary:
        'People who have looked for a home here tell what helps and what is missing. Together we write a guide the municipality will use.',
      purpose:
        'We want a short guide for people looking for their first home after reception: written with those who have been through it, not in their place. Every idea gets an answer: taken up, merged with others, or not taken, with the reason.',
    },
    ar: {
      title: 'مثال: بيت لبداية جديدة',
      summary: 'من بحث عن بيت هنا يحكي ما الذي يساعد وما الذي ينقص. معًا نكتب دليلًا ستستخدمه البلدية.',
      purpose:
        'نريد دليلًا قصيرًا لمن يبحث عن أول بيت بعد الاستقبال: نكتبه مع من مرّ بالتجربة وليس نيابة عنه. كل فكرة تتلقى جوابًا: أُخذ بها، أو ضُمّت إلى غيرها، أو لم يؤخذ بها مع ذكر السبب.',
    },
    fr: {
      title: 'Exemple : un logement pour recommencer',
      summary:
        'Ceux qui ont cherché un logement ici disent ce qui aide et ce qui manque. Ensemble, nous écrivons un guide que la commune utilisera.',
      purpose: 'Chaque idée reçoit une réponse : retenue, réunie à d’autres, ou non retenue avec la raison.',
    },
  } satisfies Some<{ title: string; summary: string; purpose: string }>,
  document: {
    it: '## Prima di cercare\n\nPrepara i documenti che ogni proprietario chiede: un documento d’identità, il codice fiscale, una prova del reddito. Se uno manca, chiedi allo sportello casa che cosa fare intanto.\n\n## Quando visiti una casa\n\nChiedi sempre il costo delle spese, non solo dell’affitto. Puoi andare con una persona che parla la tua lingua.\n\n## Dopo la firma\n\nIl contratto va registrato: è un tuo diritto. Tieni una copia di tutto.',
    en: '## Before you look\n\nGet ready the papers every owner asks for: an identity document, the tax code, a proof of income. If one is missing, ask the housing desk what to do meanwhile.\n\n## When you visit a home\n\nAlways ask what the running costs are, not only the rent. You may go with somebody who speaks your language.\n\n## After signing\n\nThe contract must be registered: it is your right. Keep a copy of everything.',
  },
}

/** Days from the first start: the first phase is over, the second runs, the third is ahead. */
export const examplePhases = [
  {
    from: -35,
    to: -8,
    texts: {
      it: { title: 'Ascoltare', whatNow: 'Racconta che cosa ti ha aiutato a trovare casa.' },
      en: { title: 'Listening', whatNow: 'Tell what helped you find a home.' },
      ar: { title: 'الاستماع', whatNow: 'احكِ ما الذي ساعدك في إيجاد بيت.' },
      fr: { title: 'Écouter', whatNow: 'Raconte ce qui t’a aidé à trouver un logement.' },
    },
  },
  {
    from: -7,
    to: 40,
    texts: {
      it: {
        title: 'Scrivere la guida',
        whatNow: 'Entra con il codice e rispondi a una domanda: bastano due minuti, senza nome e senza registrarti.',
      },
      en: { title: 'Writing the guide', whatNow: 'Come in with the code and answer one question: two minutes, no name, no registration.' },
      ar: { title: 'كتابة الدليل', whatNow: 'ادخل بالرمز وأجب عن سؤال واحد: تكفي دقيقتان، دون اسم ودون تسجيل.' },
      fr: {
        title: 'Écrire le guide',
        whatNow: 'Entre avec le code et réponds à une question : deux minutes, sans nom et sans inscription.',
      },
    },
  },
  {
    from: 41,
    to: 75,
    texts: {
      it: { title: 'Rileggere e rispondere', whatNow: 'Rileggi la guida e dicci se c’è quello che volevi dire.' },
      en: { title: 'Reading again and answering', whatNow: 'Read the guide again and tell us if it says what you meant.' },
      ar: { title: 'إعادة القراءة والرد', whatNow: 'أعد قراءة الدليل وقل لنا إن كان فيه ما أردت قوله.' },
      fr: { title: 'Relire et répondre', whatNow: 'Relis le guide et dis-nous s’il contient ce que tu voulais dire.' },
    },
  },
] satisfies { from: number; to: number; texts: Some<{ title: string; whatNow: string }> }[]

type ExamplePrompt = {
  phase: 0 | 1 | 2
  kind: 'choice' | 'line' | 'text'
  state: 'draft' | 'open' | 'closed'
  question: Words
  choices?: Record<ParticipantLang, string[]>
}

export const examplePrompts: ExamplePrompt[] = [
  {
    phase: 0,
    kind: 'text',
    state: 'closed',
    question: {
      it: 'Che cosa ti ha aiutato di più a trovare casa?',
      en: 'What helped you most to find a home?',
      ar: 'ما أكثر شيء ساعدك في إيجاد بيت؟',
      fr: 'Qu’est-ce qui t’a le plus aidé à trouver un logement ?',
      sq: 'Çfarë të ndihmoi më shumë për të gjetur shtëpi?',
      zh: '找房子时，什么对你帮助最大？',
      uk: 'Що найбільше допомогло вам знайти житло?',
      es: '¿Qué te ayudó más a encontrar casa?',
      ro: 'Ce te-a ajutat cel mai mult să găsești o locuință?',
      ur: 'گھر ڈھونڈنے میں آپ کی سب سے زیادہ مدد کس چیز نے کی؟',
    },
  },
  {
    phase: 1,
    kind: 'text',
    state: 'open',
    question: {
      it: 'Che cosa deve sapere chi affitta la sua prima casa qui?',
      en: 'What should people know when they rent their first home here?',
      ar: 'ماذا يجب أن يعرف من يستأجر أول بيت له هنا؟',
      fr: 'Que faut-il savoir quand on loue son premier logement ici ?',
      sq: 'Çfarë duhet të dijë kush merr me qira shtëpinë e parë këtu?',
      zh: '在这里第一次租房的人应该知道什么？',
      uk: 'Що треба знати тому, хто вперше орендує тут житло?',
      es: '¿Qué debe saber quien alquila aquí su primera casa?',
      ro: 'Ce ar trebui să știe cine închiriază prima locuință aici?',
      ur: 'یہاں پہلا گھر کرائے پر لینے والے کو کیا معلوم ہونا چاہیے؟',
    },
  },
  {
    phase: 1,
    kind: 'choice',
    state: 'open',
    question: {
      it: 'Dove preferisci trovare la guida?',
      en: 'Where would you like to find the guide?',
      ar: 'أين تفضّل أن تجد الدليل؟',
      fr: 'Où préfères-tu trouver le guide ?',
      sq: 'Ku do të doje ta gjeje udhëzuesin?',
      zh: '你希望在哪里看到这份指南？',
      uk: 'Де вам зручніше знайти путівник?',
      es: '¿Dónde prefieres encontrar la guía?',
      ro: 'Unde ai vrea să găsești ghidul?',
      ur: 'آپ گائیڈ کہاں دیکھنا پسند کریں گے؟',
    },
    choices: {
      it: ['Sul telefono', 'Su carta, allo sportello', 'A voce, da qualcuno'],
      en: ['On my phone', 'On paper, at the desk', 'Told by somebody'],
      ar: ['على الهاتف', 'على ورق، في المكتب', 'شفهيًا من شخص ما'],
      fr: ['Sur mon téléphone', 'Sur papier, au guichet', 'De vive voix'],
      sq: ['Në telefon', 'Në letër, në sportel', 'Me gojë, nga dikush'],
      zh: ['在手机上', '在窗口拿纸质版', '由别人口头告诉我'],
      uk: ['У телефоні', 'На папері, у віконці', 'Усно, від когось'],
      es: ['En el teléfono', 'En papel, en la oficina', 'De palabra, por alguien'],
      ro: ['Pe telefon', 'Pe hârtie, la ghișeu', 'Prin viu grai, de la cineva'],
      ur: ['فون پر', 'کاغذ پر، دفتر میں', 'کسی سے زبانی'],
    },
  },
  {
    phase: 2,
    kind: 'text',
    state: 'draft',
    question: {
      it: 'La guida dice quello che volevi dire?',
      en: 'Does the guide say what you meant?',
      ar: 'هل يقول الدليل ما أردت قوله؟',
      fr: 'Le guide dit-il ce que tu voulais dire ?',
      sq: 'A e thotë udhëzuesi atë që doje të thoje?',
      zh: '指南说出了你想说的吗？',
      uk: 'Чи сказано в путівнику те, що ви хотіли сказати?',
      es: '¿La guía dice lo que querías decir?',
      ro: 'Ghidul spune ce ai vrut să spui?',
      ur: 'کیا گائیڈ میں وہ بات ہے جو آپ کہنا چاہتے تھے؟',
    },
  },
]

/** Pseudonyms of nobody. */
export const exampleParticipants = [
  { pseudonym: 'Airone (esempio)', lang: 'it', colour: '#1a5fb4' },
  { pseudonym: 'Tiglio (esempio)', lang: 'ar', colour: '#26703e' },
  { pseudonym: 'Faro (esempio)', lang: 'fr', colour: '#8b1a5e' },
  { pseudonym: 'Ginepro (esempio)', lang: 'ur', colour: '#0f6674' },
] as const

type ExampleCard = {
  prompt: 0 | 1 | 2
  by: 0 | 1 | 2 | 3
  body?: string
  choice?: number
  /** In Italian, for those who run the process and for the page. */
  inItalian?: string
  outcome?: 'taken-up' | 'merged' | 'not-taken'
  reasons?: Partial<Words>
  quoted?: boolean
}

/** Invented answers and what became of them. */
export const exampleCards: ExampleCard[] = [
  {
    prompt: 0,
    by: 0,
    body: 'Una persona dello sportello è venuta con me a vedere la casa.',
    outcome: 'taken-up',
    reasons: { it: 'È diventata il consiglio «Puoi andare con una persona che parla la tua lingua».' },
    quoted: true,
  },
  {
    prompt: 0,
    by: 1,
    body: 'صاحب البيت لم يفهم أوراقي حتى شرحها له شخص من البلدية.',
    inItalian: 'Il proprietario non capiva i miei documenti finché una persona del Comune glieli ha spiegati.',
    outcome: 'merged',
    reasons: { ar: 'ضُمّت إلى الأفكار الأخرى عن المرافقة إلى البيت.', it: 'Unita alle altre idee sull’accompagnamento.' },
    quoted: true,
  },
  {
    prompt: 0,
    by: 2,
    body: 'Une liste des propriétaires qui acceptent de louer.',
    inItalian: 'Un elenco dei proprietari che accettano di affittare.',
    outcome: 'not-taken',
    reasons: {
      fr: 'La commune ne peut pas publier de noms de propriétaires. Nous avons ajouté le contact du guichet logement.',
      it: 'Il Comune non può pubblicare nomi di proprietari. Abbiamo aggiunto il contatto dello sportello casa.',
    },
    quoted: true,
  },
  { prompt: 1, by: 0, body: 'Le spese di condominio: nessuno me le aveva dette.' },
  {
    prompt: 1,
    by: 3,
    body: 'معاہدے کی رجسٹریشن ضروری ہے۔',
    inItalian: 'La registrazione del contratto è necessaria.',
  },
  {
    prompt: 1,
    by: 1,
    body: 'كم يوم قبل المغادرة يجب أن أخبر صاحب البيت؟',
    inItalian: 'Quanti giorni prima di andare via devo avvisare il proprietario?',
  },
  { prompt: 2, by: 0, choice: 0 },
  { prompt: 2, by: 1, choice: 0 },
  { prompt: 2, by: 2, choice: 1 },
]

/** What changed because of people's words. */
export const exampleChange = {
  daysAgo: 5,
  texts: {
    it: 'Dal mese scorso allo sportello casa c’è una persona che accompagna alle visite, su richiesta.',
    en: 'Since last month somebody from the housing desk comes along to visits, on request.',
    ar: 'منذ الشهر الماضي يرافق موظف من مكتب السكن من يطلب ذلك في زيارة البيوت.',
    fr: 'Depuis le mois dernier, une personne du guichet logement accompagne aux visites, sur demande.',
  } satisfies Some<string>,
}

/** Two tables of the meeting ahead; somebody has begun at the first. */
export const exampleTables = [
  {
    title: 'Tavolo 1: prima di firmare',
    prompt: 'Che cosa va chiesto prima di firmare un contratto?',
    text: 'Quanto costano luce, acqua e riscaldamento? Chi paga se si rompe la caldaia?',
  },
  { title: 'Tavolo 2: i primi mesi', prompt: 'A chi si può chiedere aiuto nei primi mesi in una casa nuova?' },
]
