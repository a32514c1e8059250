import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import { type Opened, changeMatter } from '../cases/index.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** What lists call it: number, category, employer; never who called, nor what was said. */
const titleOf: (matter: Parameters<Opened>[1]) => string = ({ row, service }) => {
  const { order, category, about } = row.answers as Record<string, unknown>
  const field = service.form.category
  const label = field?.kind === 'choice' ? field.options.find((o) => o.code === category)?.label.zh : undefined
  return [text(order), label, text(about)].filter(Boolean).join(' · ')
}

/** However an order was entered, by hand or from a list: its number is kept once, and that it came is counted on its day. */
const opened: Opened = async (work, matter) => {
  const { row, service } = matter
  const { order, source, receivedOn, dueOn, category } = row.answers as Record<string, unknown>
  const [number, line, day] = [text(order), text(source), text(receivedOn)]
  if (!number || !line || !day) return
  await work.tx
    .insertInto('hotline.order')
    .values({ region: work.region, source: line, number, case_id: row.id, received_on: day, due_on: text(dueOn) ?? null })
    .execute()
  if (row.title.startsWith(service.title.zh)) await changeMatter(work, matter, { title: titleOf(matter).slice(0, 200) })
  work.ledger.act({ kind: 'hotline.received', subject: row.id, org: row.org_id, day, data: { town: row.town, source: line, category } })
}

export const hotlineOpened = { [hotlineOrder.code]: opened }
