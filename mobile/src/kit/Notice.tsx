import type { ReactNode } from 'react'

type Tone = 'info' | 'wrong' | 'due' | 'done'

/** A sentence that matters now. What went wrong is read out at once. */
export const Notice = ({ tone = 'info', title, children }: { tone?: Tone; title?: string; children?: ReactNode }) => (
  <div className={`notice ${tone}-tone`} role={tone === 'wrong' ? 'alert' : undefined}>
    {title ? <strong>{title}</strong> : null}
    {children}
  </div>
)
