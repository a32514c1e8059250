import type { Line } from '@gongyou/contract/reports/content.ts'
import type { Node } from 'prosemirror-model'

type Cells = { head: readonly string[]; rows: readonly (readonly Line[])[] }
const cellsOf = (node: Node): Cells => ({ head: node.attrs.head as readonly string[], rows: node.attrs.rows as Cells['rows'] })

const cell = (line: Line, say: (code: string) => string) => {
  const td = document.createElement('td')
  for (const p of line) {
    if (typeof p === 'string') td.append(p)
    else {
      const span = document.createElement('span')
      span.className = 'token' in p ? 'report-token' : 'report-outside'
      if ('token' in p) span.dataset.code = p.token
      span.textContent = 'token' in p ? say(p.token) : p.outside
      td.append(span)
    }
  }
  return td
}

/** A table in the editor: one block that is taken out or left; its numbers can be chosen one by one. */
export const tableView = (node: Node, say: (code: string) => string) => {
  const { head, rows } = cellsOf(node)
  const dom = document.createElement('div')
  dom.className = 'report-table'
  const table = dom.appendChild(document.createElement('table'))
  const first = table.createTHead().insertRow()
  for (const h of head) {
    const th = document.createElement('th')
    th.textContent = h
    first.append(th)
  }
  const body = table.createTBody()
  for (const row of rows) body.insertRow().append(...row.map((line) => cell(line, say)))
  return { dom, ignoreMutation: () => true }
}
