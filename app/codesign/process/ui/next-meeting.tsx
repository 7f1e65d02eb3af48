import { Bilingual } from '#app/shared/ui/bilingual.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import type { Meeting } from '../process-parts.queries.server.ts'
import { MeetingHours } from './moment.tsx'

/** When one meets next, and the way in: code and QR while a code is active. */
export function NextMeeting({ meeting, code, path }: { meeting: Meeting; code: string | undefined; path: string }) {
  const { t, href } = useI18n()
  return (
    <section aria-labelledby="incontro">
      <h2 id="incontro">{t('codesign.process.nextMeeting')}</h2>
      <p>
        <strong>
          <Bilingual it={meeting.title_it} en={meeting.title_en} />
        </strong>
      </p>
      <p>
        <MeetingHours startsAt={meeting.startsAt} endsAt={meeting.endsAt} />
        {meeting.place_it && (
          <>
            {' · '}
            <Bilingual it={meeting.place_it} en={meeting.place_en} />
          </>
        )}
      </p>
      {code && (
        <div className="row-wrap">
          <img src={href(`${path}/qr.svg`)} alt={t('codesign.process.qr')} width="168" height="168" />
          <div>
            <p>{t('codesign.process.codeHow')}</p>
            <p className="h2 mb-0">
              <a href={`/p/${code}`} dir="ltr">
                {code}
              </a>
            </p>
          </div>
        </div>
      )}
    </section>
  )
}
