import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'من ينشر الموقع، وكيف يمكن إعادة استخدام النصوص والبيانات، وما قيمتها.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>الناشر</h2>
      <p>
        الجهة المسؤولة: <Fact value={facts.organisation} />. للتواصل: <Fact value={facts.contact} />.
      </p>
      {!facts.organisation && <p>هذه النسخة عرض تجريبي وليست موقعًا رسميًا.</p>}
      <h2>إعادة استخدام المحتوى</h2>
      <p>
        ما لم يُذكر خلاف ذلك، تُنشر النصوص والبطاقات برخصة{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/deed.ar">المشاع الإبداعي، نَسب المُصنَّف 4.0 (CC BY 4.0)</a>: يمكن نسخها وترجمتها
        وتكييفها، حتى لأغراض تجارية، مع ذكر المصدر. أما وثائق الآخرين التي تحيل إليها البطاقات فتخضع لشروط ناشريها، والعلامات والشعارات ملك
        لأصحابها ولا تُستخدم هنا.
      </p>
      <h2>البيانات المفتوحة والحدود</h2>
      <p>
        يمكن تنزيل القوائم بوصفها <SiteLink to="/dati-aperti">بيانات مفتوحة</SiteLink> بالرخصة نفسها. رموز البلديات وعدد سكانها: ISTAT
        (السكان المقيمون في 1 يناير 2021). الإحداثيات والحدود الإدارية حيثما وُجدت: © ISTAT، CC BY؛ معالجة openpolis (geojson-italy، CC BY
        4.0)، مبسّطة. توزيع البلديات على المناطق الصحية يذكر مصدره ولا يحل محل القائمة الرسمية للإقليم.
      </p>
      <h2>قيمة المعلومات</h2>
      <p>
        البطاقات الموسومة «من مصدر عام، لم يُتحقق منها بعد» تلخّص ما تقوله المصادر المذكورة في تاريخ قراءتها. والإحالات إلى القوانين واللوائح
        للاسترشاد فقط: النصوص المعتمدة هي نصوص الجريدة الرسمية الإيطالية والنشرة الرسمية لإقليم توسكانا. والدليل مسودة عمل وليس استشارة
        قانونية.
      </p>
      <h2>روابط إلى مواقع أخرى</h2>
      <p>المواقع المرتبطة لا تتبع لنا: قد تتغير أو تختفي. أخبرنا بالروابط التي لا تعمل.</p>
      <h2>البرنامج</h2>
      <p>
        يُوزَّع Casa Comune برخصة <a href="https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12">EUPL-1.2</a>. ويتبع
        مظهره Bootstrap Italia (رخصة BSD-3-Clause) مع خط Titillium Web (رخصة SIL Open Font License).
      </p>
    </>
  )
}

export const legalNoticeAr: LanguageText = { lead, Text }
