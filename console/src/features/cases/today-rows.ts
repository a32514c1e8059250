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

/** What lies on my desks as lines of the page of today; `due` sorts them, the end of time where nothing is due. */
export const useQueueRows = () => {
  const may = useMay()
  const queue = useQuery({ ...asking('listQueue', { query: { limit: 50 } }), enabled: may('cases.handle') })
  return (queue.data?.rows ?? []).map((line) => ({
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
}
