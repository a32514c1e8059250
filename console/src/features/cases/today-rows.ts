import { dayWords } from '@gongyou/contract/kit/clock/words.ts'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { today } from '../../kit/form/today.ts'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { dueWord, taskWord } from './words.ts'

const by = (day: string) => {
  const { zh, en } = dayWords(day, today().slice(0, 4))
  return w(`${zh}前`, `By ${en}`)
}

/** How many of those that are not due yet stand on the page of today (setting). */
const shownLater = 10
const theRest = (rest: number, andMore: boolean) => ({
  id: 'rest-of-queue',
  due: '9999-12-31',
  name: andMore ? w('待办里还有更多', 'There is more in the queue') : w(`待办里还有 ${rest} 件`, `${rest} more in the queue`),
  detail: w('按期限先后排列', 'the nearest date first'),
  late: false,
  when: '',
  to: '/queue',
  search: {},
  act: w('查看', 'Open'),
})

/** What lies on my desks as lines of the page of today; `due` sorts them, the end of time where nothing is due. */
export const useQueueRows = () => {
  const may = useMay()
  const queue = useQuery({ ...asking('listQueue', { query: { limit: 50 } }), enabled: may('cases.handle') })
  const rows = (queue.data?.rows ?? []).map((line) => ({
    id: line.task.id,
    due: line.dueOn && line.due !== 'paused' ? line.dueOn : '9999-12-31',
    name: line.title,
    detail: `${say(line.service.title)} ${line.number} · ${line.org.name}`,
    late: line.due === 'overdue',
    when: line.due === 'calm' || line.due === 'soon' ? by(line.dueOn ?? '') : dueWord(line),
    to: '/queue',
    search: { open: `${line.id}.${line.task.id}` },
    act: line.task.kind === 'step' ? w('办理', 'Handle') : taskWord(line.task.kind),
  }))
  // What is due is shown whole; of the rest the nearest, and the way to all of it.
  const due = rows.filter((r) => r.due <= today())
  const later = rows.filter((r) => r.due > today())
  const rest = later.length - shownLater
  return rest > 0 || queue.data?.next ? [...due, ...later.slice(0, shownLater), theRest(rest, Boolean(queue.data?.next))] : rows
}
