import type { Column } from '@gongyou/contract/forms/index.ts'
import { useId, useState } from 'react'
import { Button } from '../Button.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { rowWords } from './answer-words.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group } from './Frame.tsx'
import { Simple } from './Simple.tsx'

type Line = Record<string, unknown>
const most = 200

type CardGiven = {
  name: string
  at: number
  columns: Readonly<Record<string, Column>>
  line: Line
  set: (line: Line) => void
  remove: () => void
  done: () => void
  wrongAt: (path: string) => string | undefined
}

const Card = ({ name, at, columns, line, set, remove, done, wrongAt }: CardGiven) => (
  <div className="card-line" role="group" aria-label={w(`第 ${at + 1} 条`, `Entry ${at + 1}`)}>
    {Object.entries(columns).map(([column, declared]) => (
      <Simple
        key={column}
        name={`${name}.${at}.${column}`}
        field={declared}
        value={line[column]}
        change={(value) => {
          const { [column]: _, ...rest } = line
          set(value === undefined ? rest : { ...rest, [column]: value })
        }}
        left={() => {}}
        wrong={wrongAt(`${name}.${at}.${column}`)}
        wrongAt={wrongAt}
      />
    ))}
    <div className="takes">
      <Button onClick={remove}>{w('删掉这条', 'Remove')}</Button>
      <Button onClick={done}>{w('这条填好了', 'Done')}</Button>
    </div>
  </div>
)

/** Rows of a table as cards: the one being written is open, the others are a line each. */
export const TableControl = ({ name, field, value, change, wrong, wrongAt }: ControlGiven<Of<'table'>>) => {
  const id = useId()
  const lines = Array.isArray(value) ? (value as Line[]) : []
  const [open, setOpen] = useState<number | null>(null)
  const faulty = (at: number) => Object.keys(field.columns).some((c) => wrongAt(`${name}.${at}.${c}`))
  const write = (next: Line[]) => change(next.length > 0 ? next : undefined)
  const add = () => {
    write([...lines, {}])
    setOpen(lines.length)
  }
  return (
    <Group id={id} field={field} wrong={wrong}>
      {lines.map((line, at) =>
        open === at || faulty(at) ? (
          <Card
            key={at}
            name={name}
            at={at}
            columns={field.columns}
            line={line}
            set={(next) => write(lines.map((l, i) => (i === at ? next : l)))}
            remove={() => {
              write(lines.filter((_, i) => i !== at))
              setOpen(null)
            }}
            done={() => setOpen(null)}
            wrongAt={wrongAt}
          />
        ) : (
          <button key={at} type="button" className="chosen" onClick={() => setOpen(at)}>
            <span>{rowWords(field.columns, line) || w(`第 ${at + 1} 条，还没有填`, `Entry ${at + 1}, empty`)}</span>
            <span className="change">{w('改', 'Change')}</span>
          </button>
        ),
      )}
      {lines.length < (field.max ?? most) ? (
        <Button onClick={add}>
          {lines.length === 0 ? w(`添加${say(field.label)}`, `Add to ${say(field.label)}`) : w('再添一条', 'Add another')}
        </Button>
      ) : null}
    </Group>
  )
}
