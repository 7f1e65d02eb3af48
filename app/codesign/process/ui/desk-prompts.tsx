import { Field, Select, TextArea } from '#app/shared/ui/field.tsx'
import { useI18n } from '#app/shared/ui/i18n.tsx'
import { participantLanguageNames, participantLanguages } from '../../participant-languages.ts'
import type { DeskProcessData } from '../desk-page.queries.server.ts'
import { type DeskPart, filled, SaveButton, ToReview, useLabelIn } from './desk-forms.tsx'
import { PhaseSelect } from './desk-meetings.tsx'

type Prompt = DeskProcessData['prompts'][number]

/** Questions with their words in each language; opening and closing them is done at the board. */
export function DeskPrompts(part: DeskPart) {
  const { t } = useI18n()
  return (
    <section>
      <h2>{t('codesign.board.prompts.title')}</h2>
      <p className="muted">{t('codesign.desk.promptsHow')}</p>
      <p className="muted small">{t('codesign.desk.wordsToReview')}</p>
      <ol className="plain stack">
        {part.data.prompts.map((prompt) => {
          const question = (prompt.texts.find(({ lang }) => lang === part.words) ?? prompt.texts[0])?.question ?? ''
          return (
            <li key={prompt.id} className="card-box">
              <p className="mb-0" dir="auto">
                <strong>{question}</strong>
              </p>
              <p className="small muted mb-0">
                {missing(prompt, t('codesign.desk.allLanguages'), (languages) => t('codesign.desk.missing', { languages }))}
              </p>
              <details open={part.refused?.form === `prompt:${prompt.id}`}>
                <summary>{t('codesign.desk.change', { what: question })}</summary>
                <PromptForm {...part} prompt={prompt} />
              </details>
            </li>
          )
        })}
      </ol>
      <details open={part.refused?.form === 'prompt'}>
        <summary>{t('codesign.desk.addPrompt')}</summary>
        <PromptForm {...part} />
      </details>
    </section>
  )
}

/** Languages a question is not in yet, by their names. */
function missing({ texts }: Prompt, none: string, some: (languages: string) => string): string {
  const languages = participantLanguages.filter((code) => !texts.some(({ lang }) => lang === code))
  return languages.length === 0 ? none : some(languages.map((code) => participantLanguageNames[code]).join(', '))
}

function PromptForm({ data, words, refused, prompt }: DeskPart & { prompt?: Prompt }) {
  const { t } = useI18n()
  const labelIn = useLabelIn(words)
  const id = prompt?.id ?? ''
  const text = prompt?.texts.find(({ lang }) => lang === words)
  const stored: Record<string, string> = {
    question: text?.question ?? '',
    help: text?.help ?? '',
    choices: text?.choices.join('\n') ?? '',
    kind: prompt?.kind ?? 'text',
    phase_id: prompt?.phaseId ?? '',
    meeting_id: prompt?.meetingId ?? '',
  }
  const { values, errors } = filled(refused, id === '' ? 'prompt' : `prompt:${id}`, stored)
  const field = (name: string) => ({ name, id: `f-prompt-${name}-${id || 'new'}`, defaultValue: values[name], error: errors[name] })
  const kinds = (['text', 'line', 'choice'] as const).map((kind) => ({ value: kind, label: t(`codesign.desk.kind.${kind}`) }))
  return (
    <form method="post">
      <ToReview when={text?.toReview} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="lang" value={words} />
      <TextArea
        {...field('question')}
        label={labelIn(t('codesign.desk.question'))}
        hint={t('codesign.desk.questionHint')}
        lang={words}
        required
        maxLength={300}
      />
      <Field {...field('help')} label={labelIn(t('codesign.desk.help'))} lang={words} maxLength={300} />
      {prompt ? (
        <input type="hidden" name="kind" value={prompt.kind} />
      ) : (
        <Select {...field('kind')} label={t('codesign.desk.answerBy')} options={kinds} />
      )}
      {(!prompt || prompt.kind === 'choice') && (
        <TextArea
          {...field('choices')}
          label={labelIn(t('codesign.desk.choices'))}
          hint={t('codesign.desk.choicesHint')}
          lang={words}
          maxLength={2000}
        />
      )}
      <PhaseSelect {...field('phase_id')} data={data} words={words} />
      <Select
        {...field('meeting_id')}
        label={t('codesign.desk.meeting')}
        options={[
          { value: '', label: t('codesign.desk.anyMeeting') },
          ...data.meetings.map((meeting) => ({ value: meeting.id, label: meeting.title_it })),
        ]}
      />
      <SaveButton intent="prompt" label={t('codesign.desk.save')} about={values.question} />
    </form>
  )
}
