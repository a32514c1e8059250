import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Link } from '@tanstack/react-router'
import { Button, Grid, Input, InputNumber } from 'antd'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type Line = ReturnSheet['lines'][number]
export type Filled = Readonly<Record<string, { told: number | null; because: string }>>

const shown = (n: number | null) => (n === null ? '—' : n.toLocaleString())

const Source = ({ sheet, line }: { sheet: ReturnSheet; line: Line }) => (
  <Link
    to={'/figures/$code' as string}
    params={{ code: line.figure } as never}
    search={{ from: sheet.from, to: sheet.to, org: sheet.org.id, ...(line.where ? { where: line.where } : {}) } as never}
    title={line.definition[language()]}
    className="return-source"
  >
    {shown(line.counted)}
  </Link>
)

const Late = ({ line, open }: { line: Line; open: () => void }) =>
  line.added + line.removed === 0 ? null : (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={open}>
      {w(
        `报送后${[line.added ? `新增 ${line.added} 条` : '', line.removed ? `撤销 ${line.removed} 条` : ''].filter(Boolean).join('、')}`,
        `since then ${[line.added ? `${line.added} came` : '', line.removed ? `${line.removed} went` : ''].filter(Boolean).join(', ')}`,
      )}
    </Button>
  )

type Props = {
  sheet: ReturnSheet
  filled: Filled
  set: (code: string, next: { told: number | null; because: string }) => void
  open: (line: Line) => void
}

/** Every line as it is counted, and what the unit tells of it; a reason is asked for where the two differ. */
export const ReturnLines = ({ sheet, filled, set, open }: Props) => {
  const wide = Grid.useBreakpoint().md ?? true
  const fields = (line: Line) => {
    const now = filled[line.code] ?? { told: line.counted, because: '' }
    const differs = now.told !== line.counted
    const number = (
      <InputNumber
        aria-label={w(`${line.label.zh}上报数`, `${line.label.en}, told`)}
        min={0}
        value={now.told}
        disabled={line.counted === null}
        onChange={(told) => set(line.code, { ...now, told: told ?? 0 })}
      />
    )
    const reason = differs && (
      <Input
        aria-label={w(`${line.label.zh}改数原因`, `${line.label.en}, why`)}
        placeholder={w('与系统数不同的原因', 'Why it differs')}
        maxLength={300}
        value={now.because}
        status={now.because.length < 2 ? 'error' : ''}
        onChange={(e) => set(line.code, { ...now, because: e.target.value })}
      />
    )
    return { number, reason }
  }
  const read = (line: Line) => ({ number: shown(line.told), reason: line.because })
  const cells = (line: Line) => (sheet.may.handIn ? fields(line) : sheet.state === 'open' ? { number: '—', reason: '' } : read(line))
  if (!wide)
    return (
      <div>
        {sheet.lines.map((line) => {
          const { number, reason } = cells(line)
          return (
            <div key={line.code} className="return-card">
              <div>
                {line.number} {line.label[language()]} <span className="quiet">（{line.unitName[language()]}）</span>
              </div>
              <div className="told">
                <span>
                  {w('系统数', 'Counted')} <Source sheet={sheet} line={line} />
                </span>
                <span>
                  {w('上报', 'Told')} {number}
                </span>
              </div>
              {reason}
              <Late line={line} open={() => open(line)} />
            </div>
          )
        })}
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
          {sheet.lines.map((line) => {
            const { number, reason } = cells(line)
            return (
              <tr key={line.code}>
                <td>{line.number}</td>
                <td>{line.label[language()]}</td>
                <td>{line.unitName[language()]}</td>
                <td className="number">{shown(line.lastYear)}</td>
                <td className="number">
                  <Source sheet={sheet} line={line} />
                </td>
                <td className={`number ${line.told !== null && line.told !== line.counted ? 'told-otherwise' : ''}`}>{number}</td>
                <td>
                  {reason} <Late line={line} open={() => open(line)} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
