import { type Kysely, sql } from 'kysely'

type Row = readonly [code: string, it: string, en: string, ar: string]

/** The first managed lists (product.md A2). Editors rename, merge and add from here on: this never runs again. */
const themes: Row[] = [
  ['governance', 'Governance territoriale', 'Territorial governance', 'الحوكمة المحلية'],
  ['language', 'Lingua', 'Language', 'اللغة'],
  ['work', 'Formazione e lavoro', 'Training and work', 'التدريب والعمل'],
  ['health', 'Bisogni sociosanitari', 'Health and social needs', 'الاحتياجات الصحية والاجتماعية'],
  ['community', 'Relazioni con la comunità', 'Host-community relations', 'العلاقات مع المجتمع المحلي'],
  ['housing', 'Abitare', 'Housing', 'السكن'],
]

const kinds: Row[] = [
  ['transition', 'Alloggi di transizione', 'Transitional housing', 'السكن الانتقالي'],
  ['cohousing', 'Coabitazione e condomini solidali', 'Home-sharing and solidarity housing', 'السكن المشترك والتضامني'],
  ['social_housing', 'Alloggi sociali', 'Social housing', 'الإسكان الاجتماعي'],
  ['housing_first', 'Housing First', 'Housing First', 'السكن أولاً'],
  ['agency', "Agenzia sociale per l'abitare", 'Social rental agency', 'وكالة السكن الاجتماعي'],
  ['guarantee_fund', 'Fondo di garanzia', 'Guarantee fund', 'صندوق الضمان'],
  ['hosting', 'Accoglienza in famiglia e nelle case', 'Hosting in private homes', 'الاستضافة في المنازل'],
  ['governance', 'Governance e reti', 'Governance and networks', 'الحوكمة والشبكات'],
  ['commons', 'Beni comuni', 'Commons', 'الممتلكات المشتركة'],
  ['emergency', 'Emergenza e bassa soglia', 'Emergency and low-threshold services', 'الطوارئ والخدمات الأولية'],
  ['information', 'Informazione e orientamento', 'Information and guidance', 'المعلومات والتوجيه'],
  ['participation', 'Partecipazione', 'Participation', 'المشاركة'],
]

const targets: Row[] = [
  ['third-country-nationals', 'Cittadini di Paesi terzi', 'Third-country nationals', 'مواطنو بلدان ثالثة'],
  ['refugees', 'Rifugiati e richiedenti asilo', 'Refugees and asylum seekers', 'اللاجئون وطالبو اللجوء'],
  ['leaving-reception', "Persone in uscita dall'accoglienza", 'People leaving reception', 'الخارجون من مراكز الاستقبال'],
  ['low-income', 'Persone e famiglie a basso reddito', 'People on low incomes', 'ذوو الدخل المنخفض'],
  ['homeless', 'Persone senza dimora', 'Homeless people', 'الأشخاص بلا مأوى'],
  ['families', 'Famiglie', 'Families', 'العائلات'],
  ['women', 'Donne', 'Women', 'النساء'],
  ['young-people', 'Giovani', 'Young people', 'الشباب'],
  ['students', 'Studenti', 'Students', 'الطلاب'],
  ['older-people', 'Persone anziane', 'Older people', 'كبار السن'],
  ['residents', 'Tutta la cittadinanza', 'All residents', 'جميع السكان'],
  ['professionals', 'Operatori e amministratori', 'Professionals and officials', 'المهنيون والمسؤولون'],
]

/** Managed lists (themes, kinds of solution, target groups) and the glossary. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table term (
      id text primary key,
      list text not null check (list in ('theme', 'kind', 'target')),
      code text collate "C" not null,
      name_it text not null,
      name_en text not null,
      name_ar text not null,
      position integer not null default 0,
      merged_into text references term,
      unique (list, code)
    )`.execute(db)
  for (const [list, rows] of Object.entries({ theme: themes, kind: kinds, target: targets }))
    for (const [position, [code, it, en, ar]] of rows.entries())
      await sql`
        insert into term (id, list, code, name_it, name_en, name_ar, position)
        values (${`${list}:${code}`}, ${list}, ${code}, ${it}, ${en}, ${ar}, ${position + 1})`.execute(db)
  await sql`
    create table glossary_term (
      id uuid primary key,
      slug text collate "C" not null unique,
      name_it text not null,
      name_en text not null,
      definition_it text,
      definition_en text
    )`.execute(db)
}
