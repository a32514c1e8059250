import type { Field } from '@gongyou/contract/forms/index.ts'
import { Button } from 'antd'
import { say } from '../language.ts'
import { w } from '../text.ts'
import { type Bag, bagOf, listOf } from './given.ts'
import { type Control, SimpleInput } from './SimpleInput.tsx'
import { rowsOfPaste } from './rows-of-paste.ts'
import type { Fault } from './use-answers.ts'

type Props = Control & { name: string; field: Extract<Field, { kind: 'table' }>; faults: readonly Fault[] }

/** Rows to fill in: family members, workers of a list. Lines copied from a spreadsheet can be pasted into any cell. */
export const TableInput = ({ name, field, value, onChange, faults, ...rest }: Props) => {
  const columns = Object.entries(field.columns)
  const least = field.optional ? 0 : (field.min ?? 1)
  const rows = value === undefined ? Array.from({ length: least }, (): Bag => ({})) : listOf(value).map(bagOf)
  const most = field.max ?? 200
  const change = (index: number, column: string, cell: unknown) => onChange(rows.map((r, i) => (i === index ? { ...r, [column]: cell } : r)))
  const paste = (index: number, text: string) => {
    const pasted = rowsOfPaste(field, text)
    if (!pasted) return false
    // A row that is still empty is where the first line goes.
    const empty = Object.values(rows[index] ?? {}).every((v) => v === undefined || v === '')
    onChange([...rows.slice(0, index), ...(empty ? [] : rows.slice(index, index + 1)), ...pasted, ...rows.slice(index + 1)].slice(0, most))
    return true
  }
  return (
    <div className="table-input">
      {rows.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say(field.label)}>
          <table>
            <thead>
              <tr>
                {columns.map(([column, c]) => (
                  <th key={column} scope="col">
                    {say(c.label)}
                    {c.optional && <span className="quiet small"> {w('（选填）', '(optional)')}</span>}
                  </th>
                ))}
                <th>
                  <span className="unseen">{w('操作', 'Actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // Rows have no identity of their own: they are what stands in this place.
                <tr key={index} onPaste={(e) => paste(index, e.clipboardData.getData('text/plain')) && e.preventDefault()}>
                  {columns.map(([column, c]) => {
                    const fault = faults.find((f) => f.path === `${name}.${index}.${column}`)
                    const cell = `${rest.id}-${index}-${column}`
                    return (
                      <td key={column}>
                        <SimpleInput
                          cell
                          id={cell}
                          field={c}
                          aria-label={w(`第 ${index + 1} 行 ${say(c.label)}`, `Row ${index + 1} ${say(c.label)}`)}
                          aria-invalid={Boolean(fault)}
                          {...(fault ? { 'aria-describedby': `${cell}-fault` } : {})}
                          value={row[column]}
                          onChange={(v) => change(index, column, v)}
                        />
                        {fault && (
                          <p id={`${cell}-fault`} className="fault small">
                            {fault.says}
                          </p>
                        )}
                      </td>
                    )
                  })}
                  <td>
                    <Button
                      size="small"
                      type="text"
                      aria-label={w(`删除第 ${index + 1} 行`, `Delete row ${index + 1}`)}
                      onClick={() => onChange(rows.length > 1 ? rows.filter((_, i) => i !== index) : undefined)}
                    >
                      {w('删除', 'Delete')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="file-line">
        <Button id={rest.id} aria-describedby={rest['aria-describedby']} disabled={rows.length >= most} onClick={() => onChange([...rows, {}])}>
          {w('添加一行', 'Add a row')}
        </Button>
        {rows.length > 0 && (
          <span className="quiet small">{w('可从 Excel 复制多行，粘贴到任一格', 'Rows copied from Excel can be pasted into any cell')}</span>
        )}
      </div>
    </div>
  )
}
