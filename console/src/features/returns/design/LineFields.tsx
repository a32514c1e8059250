import type { ReturnLine } from '@gongyou/contract/returns/form.ts'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { w } from '../../../kit/text.ts'
import { put } from './draft.ts'

type LineProps = { label: string; hint?: string; fault?: string | undefined; wide?: boolean; children: ReactNode }
/** A named field of an editor. */
export const Line = ({ label, hint, fault, wide = false, children }: LineProps) => (
  <div className={wide ? 'design-line wide' : 'design-line'}>
    <span className="quiet small">{label}</span>
    {children}
    {hint && <span className="quiet small">{hint}</span>}
    {fault && (
      <span className="fault small" role="alert">
        {fault}
      </span>
    )}
  </div>
)

type Props<L extends ReturnLine> = {
  line: L
  onLine: (next: L) => void
  faultAt: (path: string) => string | undefined
  down: 'units' | 'lines' | undefined
}

/** What a figure and a question have in common: number, heading, place in the table of the level above. */
export const LineFields = <L extends ReturnLine>({ line, onLine, faultAt, down }: Props<L>) => (
  <>
    <Line label={w('行号', 'Number')} fault={faultAt('number')}>
      <Input aria-label={w('行号', 'Number')} maxLength={12} value={line.number} onChange={(e) => onLine({ ...line, number: e.target.value })} />
    </Line>
    <Line label={w('在此行前加分节标题', 'Heading before this line')} fault={faultAt('section')}>
      <Input
        aria-label={w('分节标题', 'Heading')}
        maxLength={60}
        value={line.section?.zh ?? ''}
        onChange={(e) => onLine(put(line as ReturnLine, { section: e.target.value ? { zh: e.target.value, en: '' } : undefined }) as L)}
      />
    </Line>
    {down && (
      <Line
        label={down === 'units' ? w('在上级表的第几列', 'Column in the upper table') : w('在上级表的第几行', 'Row in the upper table')}
        hint={down === 'units' ? w('如 C；空着依次排', 'such as C; empty: in order') : w('如 7；空着依次排', 'such as 7; empty: in order')}
        fault={faultAt('place')}
      >
        <Input
          aria-label={w('上级表位置', 'Place in the upper table')}
          maxLength={4}
          value={line.place ?? ''}
          onChange={(e) => onLine(put(line as ReturnLine, { place: e.target.value.trim().toUpperCase() }) as L)}
        />
      </Line>
    )}
  </>
)
