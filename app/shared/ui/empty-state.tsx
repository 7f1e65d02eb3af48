import type { ReactNode } from 'react'

/** Nothing here yet: says why and what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2 className="h4">{title}</h2>
      {children}
    </div>
  )
}
