import type { LanguageText, TextProps } from '../page-text.ts'
import { Fact } from '../ui/fact.tsx'
import { SiteLink } from '../ui/site-link.tsx'

const lead = 'إلى من تكتب ولأي سبب. يجيبك أشخاص.'

function Text({ facts }: TextProps) {
  return (
    <>
      <h2>فريق التحرير</h2>
      <p>
        {facts.organisation ?? 'Casa Comune'}: <Fact value={facts.contact} />
      </p>
      <p>اكتب إلى هذا العنوان أيضًا لاقتراح تجربة أو لإدراج جهتك أو إذا لم تستطع استخدام صفحة ما.</p>
      <h2>تصحيح بطاقة أو حذفها</h2>
      <p>
        قد تحتوي البطاقات المأخوذة من مصادر عامة على أخطاء. إذا كانت البطاقة تخص جهتك فيمكنك طلب تصحيحها أو تأكيدها أو حذفها. وإذا ذكر مصدرٌ
        اسمك فيمكنك أن تطلب ألا يظهر، دون حاجة إلى حساب. اذكر عنوان الصفحة وما تريد تغييره.
      </p>
      <h2>حماية البيانات الشخصية</h2>
      <p>
        مسؤول حماية البيانات: <Fact value={facts.dpo} />. طريقة تعاملنا مع البيانات موضحة في صفحة{' '}
        <SiteLink to="/privacy">الخصوصية</SiteLink>.
      </p>
      <h2>إمكانية الوصول</h2>
      <p>
        إذا كان شيء ما غير متاح لك فاكتب إلى عنوان فريق التحرير، واذكر الصفحة والجهاز والبرنامج الذي تستخدمه. انظر{' '}
        <SiteLink to="/accessibilita">إمكانية الوصول</SiteLink>.
      </p>
    </>
  )
}

export const contactsAr: LanguageText = { lead, Text }
