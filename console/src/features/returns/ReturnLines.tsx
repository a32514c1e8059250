import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Link } from '@tanstack/react-router'
import { Button, Grid, Input, InputNumber, Tag } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { LastAnswer, QuestionInput, boundWords, sayAnswer, typedBy } from './QuestionCells.tsx'
import type { SheetFilling } from './use-filling.ts'
import { type SheetLine, type SheetRow, isIn, rowsInOrder } from './words.ts'

const shown = (n: number | null) => (n === null ? '—' : n.toLocaleString())

const Source = ({ sheet, line }: { sheet: ReturnSheet; line: SheetLine }) => (
  <Link
    to={'/figures/$code' as string}
    params={{ code: line.figure } as never}
    search={{ from: sheet.from, to: sheet.to, org: sheet.org.id, ...(line.where ? { where: line.where } : {}) } as never}
    title={say(line.definition)}
    className="return-source"
  >
    {shown(line.counted)}
  </Link>
)

const Late = ({ line, open }: { line: SheetLine; open: () => void }) =>
  line.added + line.removed === 0 ? null : (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={open}>
      {w(
        `报送后${[line.added ? `新增 ${line.added} 条` : '', line.removed ? `撤销 ${line.removed} 条` : ''].filter(Boolean).join('、')}`,
        `since then ${[line.added ? `${line.added} came` : '', line.removed ? `${line.removed} went` : ''].filter(Boolean).join(', ')}`,
      )}
    </Button>
  )

/** One row, whichever kind it is: what stands in each column. */
type Cells = {
  row: SheetRow['row']
  name: string
  unit: string
  before: ReactNode
  counted: ReactNode
  told: ReactNode
  note: ReactNode
  otherwise: boolean
}
type Props = { sheet: ReturnSheet; filling: SheetFilling; open: (line: SheetLine) => void }

const figureCells = ({ sheet, filling, open }: Props, line: SheetLine): Cells => {
  const now = filling.toldOf(line)
  const number = (
    <InputNumber
      aria-label={w(`${line.label.zh}上报数`, `${say(line.label)}, told`)}
      min={0}
      value={now.told}
      disabled={line.counted === null}
      onChange={(told) => filling.tell(line.code, { ...now, told: told ?? 0 })}
    />
  )
  const reason = now.told !== line.counted && (
    <Input
      aria-label={w(`${line.label.zh}改数原因`, `${say(line.label)}, why`)}
      placeholder={w('与系统数不同的原因', 'Why it differs')}
      maxLength={300}
      value={now.because}
      status={now.because.length < 2 ? 'error' : ''}
      onChange={(e) => filling.tell(line.code, { ...now, because: e.target.value })}
    />
  )
  const inNow = isIn(sheet.state)
  return {
    row: line,
    name: say(line.label),
    unit: say(line.unitName),
    before: shown(line.lastYear),
    counted: <Source sheet={sheet} line={line} />,
    told: sheet.may.handIn ? number : inNow ? shown(line.told) : '—',
    note: (
      <>
        {sheet.may.handIn ? reason : inNow ? line.because : ''} <Late line={line} open={() => open(line)} />
      </>
    ),
    otherwise: inNow && line.told !== null && line.told !== line.counted,
  }
}

const questionCells = ({ sheet, filling }: Props, q: ReturnSheet['questions'][number]): Cells => {
  const value = filling.answers[q.code]
  const set = (next: unknown) => filling.answer(q.code, next)
  const said = isIn(sheet.state) && q.answer !== null ? sayAnswer(q, q.answer) : '—'
  return {
    row: q,
    name: say(q.field.label),
    unit: q.field.kind === 'number' && q.field.unit ? say(q.field.unit) : '',
    before: '',
    counted: <Tag>{w('填报', 'typed')}</Tag>,
    told: sheet.may.handIn ? <QuestionInput question={q} value={value} fault={filling.faultAt(q.code)} set={set} /> : said,
    note: (
      <span className="quiet small">
        {sheet.may.handIn ? boundWords(q) : typedBy(q)} {sheet.may.handIn && <LastAnswer question={q} value={value} set={set} />}
      </span>
    ),
    otherwise: false,
  }
}

/** Every line as it is counted, and what the unit tells of it; a reason is asked for where the two differ. Questions wait for an answer. */
export const ReturnLines = (props: Props) => {
  const wide = Grid.useBreakpoint().md ?? true
  const rows = rowsInOrder(props.sheet).map((r) => (r.kind === 'figure' ? figureCells(props, r.row) : questionCells(props, r.row)))
  if (!wide)
    return (
      <div>
        {rows.map((c) => (
          <Fragment key={c.row.code}>
            {c.row.section && <h3 className="return-section">{say(c.row.section)}</h3>}
            <div className="return-card">
              <div>
                {c.row.number} {c.name} {c.unit && <span className="quiet">（{c.unit}）</span>}
              </div>
              <div className="told">
                <span>
                  {'figure' in c.row && w('系统数', 'Counted')} {c.counted}
                </span>
                <span className="wide-answer">
                  {'figure' in c.row && w('上报', 'Told')} {c.told}
                </span>
              </div>
              {c.note}
            </div>
          </Fragment>
        ))}
      </div>
    )
  return (
    <div className="return-scroll">
      <table className="return-lines">
        <thead>
          <tr>
            <th>{w('行号', 'No.')}</th>
            <th>{w('指标', 'Line')}</th>
            <th>{w('计量单位', 'Unit')}</th>
            <th className="number">{w('去年同期', 'Year before')}</th>
            <th className="number">{w('系统数', 'Counted')}</th>
            <th className="number">{w('上报数', 'Told')}</th>
            <th>{w('说明', 'Note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((c) => (
            <Fragment key={c.row.code}>
              {c.row.section && (
                <tr className="return-section">
                  <th colSpan={7}>{say(c.row.section)}</th>
                </tr>
              )}
              <tr>
                <td>{c.row.number}</td>
                <td>{c.name}</td>
                <td>{c.unit}</td>
                <td className="number">{c.before}</td>
                <td className="number">{c.counted}</td>
                <td className={`number ${c.otherwise ? 'told-otherwise' : ''}`}>{c.told}</td>
                <td>{c.note}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
