import { createContext, useContext } from 'react'

/** What a form's fields show: stored values first, and after a refusal what was typed and what is wrong. */
type KeptValues = { errors?: Record<string, string | undefined>; values: Record<string, unknown> }

export const KeptContext = createContext<KeptValues>({ values: {} })

/** The value and error of one field of the form around it (`KeptForm`); nothing outside of one. */
export function useKept(name: string): { value: string | undefined; error: string | undefined } {
  const { errors, values } = useContext(KeptContext)
  const value = values[name]
  return { value: typeof value === 'string' ? value : undefined, error: errors?.[name] }
}
