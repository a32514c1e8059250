import { kindNames } from '@gongyou/contract/forms/names.ts'
import { nameOfLine } from '@gongyou/contract/returns/differences.ts'
import { type ReturnForm, type ReturnLine, isQuestion } from '@gongyou/contract/returns/form.ts'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { moved, replaced, withFigure, withQuestion, withoutLine } from './draft.ts'
import { FigureFields, FigurePicker } from './FigureFields.tsx'
import { useFigureNames } from './figure-names.ts'
import { LineFields } from './LineFields.tsx'
import { QuestionFields } from './QuestionFields.tsx'

type Props = { form: ReturnForm; onForm: (next: ReturnForm) => void; faultAt: (path: string) => string | undefined }

const summary = (form: ReturnForm, line: ReturnLine, nameOf: (l: ReturnLine) => string) => {
  if (!isQuestion(line)) return line.where ? w('只取其中一部分', 'only part of it') : ''
  const named = (code: string | undefined) => nameOf(form.lines.find((l) => l.code === code) ?? line)
  const { asks } = line
  return [
    asks.kind === 'choice' ? asks.options.map((o) => say(o.label)).join(w('、', ', ')) : say(kindNames[asks.kind]),
    asks.kind === 'number' && asks.unit ? say(asks.unit) : '',
    asks.optional ? w('选填', 'optional') : '',
    line.notMoreThan ? w(`不大于“${named(line.notMoreThan)}”`, `not more than “${named(line.notMoreThan)}”`) : '',
    line.notLessThan ? w(`不小于“${named(line.notLessThan)}”`, `not less than “${named(line.notLessThan)}”`) : '',
    line.always ? w('零报也要填', 'asked always') : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The lines of a form, one under the other; one at a time is open to be changed. */
export const LineList = ({ form, onForm, faultAt }: Props) => {
  const names = useFigureNames()
  const [open, setOpen] = useState<string>()
  const [adding, setAdding] = useState(false)
  const nameOf = (line: ReturnLine) => say(nameOfLine(line, names)) || w('（未写）', '(nothing yet)')
  const down = form.layout?.down
  const body = (line: ReturnLine, i: number) => {
    const at = (path: string) => faultAt(`lines.${i}.${path}`)
    const set = (next: ReturnLine) => onForm(replaced(form, next))
    return (
      <div className="design-open">
        {isQuestion(line) ? (
          <QuestionFields
            line={line}
            onLine={set}
            faultAt={at}
            others={form.lines.filter((l) => l.code !== line.code).map((l) => ({ line: l, name: nameOf(l) }))}
          />
        ) : (
          <FigureFields line={line} onLine={set} faultAt={at} />
        )}
        <LineFields line={line} onLine={set} faultAt={at} down={down} />
      </div>
    )
  }
  return (
    <Sheet
      title={w('表里的行', 'Lines')}
      head={
        <>
          <Button onClick={() => setAdding(true)}>{w('加指标', 'Add a figure')}</Button>
          <Button
            onClick={() => {
              const next = withQuestion(form)
              onForm(next)
              setOpen(next.lines.at(-1)!.code)
            }}
          >
            {w('加填报项', 'Add a question')}
          </Button>
        </>
      }
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {w(
          '指标由系统从台账里数，单位只核对；系统没有记录的，才设填报项请单位填写。',
          'Figures are counted from the records and only confirmed; ask a question only where nothing is recorded.',
        )}
      </p>
      {form.lines.length === 0 && !adding && <p className="quiet">{w('还没有行。', 'No line yet.')}</p>}
      {form.lines.map((line, i) => {
        const fault = faultAt(`lines.${i}`)
        return (
          <div key={line.code} className="design-row">
            {line.section && <h3>{say(line.section)}</h3>}
            <div className="design-row-head">
              <span className="quiet">{line.number}</span>
              <span className="what">
                {nameOf(line)} <Tag>{isQuestion(line) ? w('填报', 'typed') : w('系统', 'counted')}</Tag>
                <span className="quiet small">{summary(form, line, nameOf)}</span>
                {fault && open !== line.code && (
                  <span className="fault small" role="alert">
                    {fault}
                  </span>
                )}
              </span>
              <span className="acts">
                <Button
                  type="text"
                  size="small"
                  aria-label={w(`${nameOf(line)}上移`, `${nameOf(line)}: up`)}
                  onClick={() => onForm(moved(form, i, -1))}
                >
                  ↑
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={w(`${nameOf(line)}下移`, `${nameOf(line)}: down`)}
                  onClick={() => onForm(moved(form, i, 1))}
                >
                  ↓
                </Button>
                <Button type="text" size="small" onClick={() => setOpen(open === line.code ? undefined : line.code)}>
                  {open === line.code ? w('收起', 'Close') : w('修改', 'Change')}
                </Button>
                <Button type="text" size="small" onClick={() => onForm(withoutLine(form, line.code))}>
                  {w('删除', 'Remove')}
                </Button>
              </span>
            </div>
            {open === line.code && body(line, i)}
          </div>
        )
      })}
      {adding && (
        <div className="design-row design-add">
          <FigurePicker
            value={null}
            onChange={(code) => {
              onForm(withFigure(form, code))
              setAdding(false)
            }}
          />
          <Button type="text" onClick={() => setAdding(false)}>
            {w('取消', 'Cancel')}
          </Button>
        </div>
      )}
      {faultAt('lines') && form.lines.length === 0 && (
        <p className="fault" role="alert">
          {w('至少要有一行', 'At least one line')}
        </p>
      )}
    </Sheet>
  )
}
