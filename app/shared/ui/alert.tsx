import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

const icons: Record<'success' | 'info' | 'warning' | 'danger', IconName> = {
  success: 'check-circle',
  info: 'info-circle',
  warning: 'warning-circle',
  danger: 'error',
}

const frames = { success: 'notice notice-ok', info: 'notice', warning: 'notice notice-warn', danger: 'notice notice-danger' } as const

/** A message about what just happened (`role=status`) or went wrong (`role=alert`). */
export function Alert({ kind, children }: { kind: keyof typeof icons; children: ReactNode }) {
  return (
    <div className={frames[kind]} role={kind === 'danger' ? 'alert' : 'status'}>
      <div className="row-wrap">
        <Icon name={icons[kind]} />
        <div>{children}</div>
      </div>
    </div>
  )
}
