import { type Line, noteMark, notesUnder } from '@gongyou/contract/reports/content.ts'
import type { Node } from 'prosemirror-model'
import { isTable, type TableAttrs } from './convert.ts'

const cell = (line: Line, say: (code: string) => string, { notes }: TableAttrs) => {
  const td = document.createElement('td')
  for (const p of line) {
    if (typeof p === 'string') td.append(p)
    else {
      const span = document.createElement('span')
      span.className = 'token' in p ? 'report-token' : 'report-outside'
      if ('token' in p) span.dataset.code = p.token
      span.textContent = 'token' in p ? say(p.token) : p.outside
      td.append(span)
      if ('token' in p) td.append(noteMark(notes, p.token))
    }
  }
  return td
}

/** A table in the editor: one block that is taken out or left; its numbers can be chosen one by one, its rows and columns anew. */
export const tableView = (node: Node, say: (code: string) => string) => {
  const dom = document.createElement('div')
  dom.className = 'report-table'
  // It scrolls sideways on a narrow screen: the keyboard must reach it.
  dom.tabIndex = 0
  const { attrs } = node
  if (!isTable(attrs)) return { dom, ignoreMutation: () => true }
  const table = dom.appendChild(document.createElement('table'))
  if (attrs.title) table.createCaption().textContent = attrs.title
  const first = table.createTHead().insertRow()
  for (const h of attrs.head) {
    const th = document.createElement('th')
    th.textContent = h
    first.append(th)
  }
  const body = table.createTBody()
  for (const row of attrs.rows) body.insertRow().append(...row.map((line) => cell(line, say, attrs)))
  for (const words of notesUnder(attrs.notes)) {
    const p = dom.appendChild(document.createElement('p'))
    p.className = 'report-note'
    p.textContent = words
  }
  return { dom, ignoreMutation: () => true }
}
