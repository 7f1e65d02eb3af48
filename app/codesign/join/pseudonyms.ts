import type { ParticipantLang } from '../participant-languages.ts'

/**
 * Names we propose: two things of nature, in words the person can say. Nothing about people, animals, places or
 * faiths, so that no name can be felt as a judgement. To be reviewed by native speakers like every other word.
 */
const words: Record<ParticipantLang, readonly [string, string]> = {
  it: [
    'Ulivo Limone Menta Basilico Salvia Quercia Pino Castagno Mandorlo Grano Girasole Edera Mirto Alloro Tiglio Acero',
    'Sole Luna Mare Vento Cielo Fiume Neve Luce Onda Stella Pietra Bosco Alba Prato Lago Nuvola',
  ],
  en: [
    'Olive Lemon Mint Basil Sage Oak Pine Chestnut Almond Wheat Sunflower Ivy Myrtle Laurel Linden Maple',
    'Sun Moon Sea Wind Sky River Snow Light Wave Star Stone Forest Dawn Meadow Lake Cloud',
  ],
  ar: [
    'زيتون ليمون نعناع ريحان مريمية بلوط صنوبر كستناء لوز قمح ياسمين لبلاب آس غار زعتر رمان',
    'شمس قمر بحر نسيم سماء نهر ثلج نور موج نجم حجر غابة فجر مرج بحيرة سحاب',
  ],
  fr: [
    'Olivier Citron Menthe Basilic Sauge Chêne Pin Noyer Amande Blé Tournesol Lierre Myrte Laurier Tilleul Érable',
    'Soleil Lune Mer Vent Ciel Rivière Neige Lumière Vague Étoile Pierre Forêt Aube Prairie Lac Nuage',
  ],
  sq: [
    'Ulli Limoni Mente Borzilok Sherebelë Lis Pishë Gështenjë Bajame Grurë Luledielli Dredhkë Mersinë Dafinë Bli Panjë',
    'Dielli Hëna Deti Era Qielli Lumi Bora Drita Vala Ylli Guri Pylli Agimi Livadhi Liqeni Reja',
  ],
  zh: [
    '橄榄 柠檬 薄荷 罗勒 桂花 橡树 松树 栗子 杏仁 麦子 向日葵 竹子 茉莉 月桂 椴树 枫叶',
    '太阳 月亮 大海 清风 蓝天 小河 白雪 阳光 浪花 星星 石头 森林 黎明 草地 湖水 白云',
  ],
  uk: [
    'Олива Лимон М’ята Базилік Шавлія Дуб Сосна Каштан Мигдаль Пшениця Соняшник Плющ Мирт Лавр Липа Клен',
    'Сонце Місяць Море Вітер Небо Річка Сніг Світло Хвиля Зірка Камінь Ліс Світанок Луг Озеро Хмара',
  ],
  es: [
    'Olivo Limón Menta Albahaca Salvia Roble Pino Castaño Almendro Trigo Girasol Hiedra Mirto Laurel Tilo Arce',
    'Sol Luna Mar Viento Cielo Río Nieve Luz Ola Estrella Piedra Bosque Alba Prado Lago Nube',
  ],
  ro: [
    'Măslin Lămâi Mentă Busuioc Salvie Stejar Pin Castan Migdal Grâu Floarea Iederă Mirt Laur Tei Arțar',
    'Soare Lună Mare Vânt Cer Râu Zăpadă Lumină Val Stea Piatră Pădure Zori Pajiște Lac Nor',
  ],
  ur: [
    'زیتون لیموں پودینہ تلسی گلاب شاہ_بلوط صنوبر اخروٹ بادام گندم سورج_مکھی بیل چنبیلی انار نیم چنار',
    'سورج چاند سمندر ہوا آسمان دریا برف روشنی لہر ستارہ پتھر جنگل صبح میدان جھیل بادل',
  ],
}

const listOf = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('_', ' '))

/** How many names a language has before numbers are needed. */
export const PSEUDONYMS = 256

/** The name with this number, 0 to 255; others wrap around. */
export function pseudonymOf(lang: ParticipantLang, number: number): string {
  const [first, second] = words[lang].map(listOf) as [string[], string[]]
  const at = ((number % PSEUDONYMS) + PSEUDONYMS) % PSEUDONYMS
  return `${first[Math.floor(at / 16)]} ${second[at % 16]}`
}
