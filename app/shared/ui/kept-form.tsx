import { type FormHTMLAttributes, useMemo } from 'react'
import { ErrorSummary } from './field.tsx'
import { KeptContext } from './kept.ts'

type Answer = { errors: Record<string, string | undefined>; typed: Record<string, unknown> } | undefined
type Props = { answer: Answer; known?: Record<string, unknown> } & FormHTMLAttributes<HTMLFormElement>

/**
 * A posted form whose fields keep what was typed: errors summarised on top, and each `Field`, `TextArea` and `Select`
 * inside finds its own value and error by its name. `known` is what is stored, shown until something was refused.
 */
export function KeptForm({ answer, known, children, ...form }: Props) {
  const kept = useMemo(() => ({ errors: answer?.errors, values: { ...known, ...answer?.typed } }), [answer, known])
  return (
    <KeptContext.Provider value={kept}>
      <form method="post" {...form}>
        <ErrorSummary errors={answer?.errors} />
        {children}
      </form>
    </KeptContext.Provider>
  )
}
