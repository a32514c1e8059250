import { useRef } from 'react'

const rowsNow = () => [...document.querySelectorAll<HTMLElement>('.list tr.ant-table-row')]
const keyOf = (row: HTMLElement | undefined) => row?.dataset.rowKey

/** Walks the rows of the list on the screen. A row that has left, because it was handled, leaves its place to the next. */
export const useWalk = (open: string | undefined, onOpen: (key: string) => void) => {
  const place = useRef(-1)
  const walk = (by: 1 | -1) => {
    const rows = rowsNow()
    if (rows.length === 0) return false
    const here = rows.findIndex((r) => (open ? keyOf(r) === open : r === document.activeElement))
    if (here >= 0) place.current = here
    const to = here >= 0 ? here + by : open && by > 0 ? place.current : Math.max(0, place.current + by)
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))]
    const key = keyOf(row)
    if (!row || !key || key === open) return false
    place.current = rows.indexOf(row)
    row.scrollIntoView({ block: 'nearest' })
    if (open) onOpen(key)
    else row.focus()
    return true
  }
  return { next: () => walk(1), previous: () => walk(-1), here: () => open ?? keyOf(rowsNow().find((r) => r === document.activeElement)) }
}
