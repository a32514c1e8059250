import type { Service } from '@gongyou/contract/cases/service.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { usePanel } from '../../../kit/panel.ts'
import { w } from '../../../kit/text.ts'
import type { Chosen } from './FlowChart.tsx'

export type Edit = (to: (s: Service) => Service, typing?: string) => void
export type SideProps = { service: Service; edit: Edit; onChoose: (c: Chosen) => void }

type Props = { title: string; onClose: () => void; children: ReactNode; drop?: { name: string; onDrop: () => void; why?: string | undefined } }

/** The settings of what is chosen, beside the drawing. */
export const SidePanel = ({ title, onClose, children, drop }: Props) => {
  usePanel(onClose)
  return (
    <section className="sheet panel side" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="spring" />
        <Button type="text" size="small" onClick={onClose}>
          {w('收起', 'Close')}
        </Button>
      </header>
      <div className="body">
        {children}
        {drop &&
          (drop.why ? (
            <p className="quiet small">{drop.why}</p>
          ) : (
            <Button danger type="text" onClick={drop.onDrop}>
              {drop.name}
            </Button>
          ))}
      </div>
    </section>
  )
}
