import type { CaseAct, CaseLine, CaseView } from '@gongyou/contract/cases/shapes.ts'
import { shortDay } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** When an answer comes, in plain words; nothing once it has come. */
export const dueLine = (c: Pick<CaseLine, 'due' | 'dueOn' | 'closedAt'>) => {
  if (c.closedAt || !c.dueOn || c.due === 'none') return ''
  if (c.due === 'paused') return w('补齐后接着计时', 'The time runs on when it is complete')
  if (c.due === 'overdue') return w(`本应 ${shortDay(c.dueOn)}前答复，已经超期`, `Was due by ${shortDay(c.dueOn)}; overdue`)
  if (c.due === 'today') return w('预计今天答复', 'Answer expected today')
  return w(`预计 ${shortDay(c.dueOn)}前答复`, `Answer expected by ${shortDay(c.dueOn)}`)
}

type Standing = { tone: 'info' | 'due' | 'done' | 'wrong'; title: string; text: string }

/** Where it stands and what that means for me, in a title and a sentence. */
export const standingOf = (c: CaseView): Standing => {
  const now = c.states.find((s) => s.code === c.stateCode)
  if (c.closedAt)
    return {
      tone: 'info',
      title: w(`已办结：${c.outcome ? say(c.outcome) : say(c.state)}`, `Closed: ${c.outcome ? say(c.outcome) : say(c.state)}`),
      text: now?.says ? say(now.says) : '',
    }
  if (c.asked) return { tone: 'due', title: w('还差材料，请补充', 'Something is missing'), text: c.asked.says }
  if (c.suspended)
    return {
      tone: 'due',
      title: w('暂时中止', 'Suspended'),
      text: w('原因见下面的答复；恢复后会告诉您。', 'See the reason below; you are told when it goes on.'),
    }
  const text = [now?.says ? say(now.says) : '', dueLine(c)].filter(Boolean)
  if (c.next.length > 0) return { tone: 'due', title: w(`${say(c.state)}，请您处理`, `${say(c.state)}: your turn`), text: text.join(' ') }
  return { tone: c.due === 'overdue' ? 'due' : 'info', title: say(c.state), text: text.join(w('', ' ')) }
}

export type Stop = { name: string; at: 'past' | 'now' | 'ahead' | 'end' }

/** The way of the case: where it has been, where it is, what lies ahead; ends that did not come are left out. */
export const wayOf = (c: CaseView): readonly Stop[] => {
  const here = c.states.findIndex((s) => s.code === c.stateCode)
  const stops = c.states.flatMap((s, i): Stop[] => {
    if (s.final) return []
    if (s.code === c.stateCode) return [{ name: say(s.name), at: 'now' }]
    if (s.been) return [{ name: say(s.name), at: i < here || c.closedAt ? 'past' : 'ahead' }]
    return i > here && !c.closedAt ? [{ name: say(s.name), at: 'ahead' }] : []
  })
  const end: Stop = c.closedAt ? { name: c.outcome ? say(c.outcome) : say(c.state), at: 'end' } : { name: w('办结', 'Closed'), at: 'ahead' }
  return [...stops.map((s) => (c.closedAt ? { ...s, at: 'past' as const } : s)), end]
}

const mine = new Set(['opened', 'supplied', 'withdrawn', 'urged', 'rated'])
/** Words of the union for the person: answers, what is missing, why something was done. */
export const saidByUnion = (c: CaseView) =>
  c.acts
    .filter((a) => a.said && !mine.has(a.op) && a.seenBy === 'applicant')
    // What is asked now stands at the head of the page already.
    .filter((a) => !(c.asked && a.op === 'asked_for_more' && a.said === c.asked.says))
    .reverse()

const plain: Record<string, () => string> = {
  opened: () => w('您提交了申请', 'You applied'),
  asked_for_more: () => w('请您补充材料', 'You were asked for more'),
  supplied: () => w('您补充了材料', 'You supplied what was missing'),
  transferred: () => w('转给负责的部门办理', 'Passed to those in charge'),
  sent_back: () => w('退回上一步，重新核对', 'Sent back to be checked again'),
  told: () => w('工会给您答复', 'The union answered you'),
  urged: () => w('催办', 'Urged'),
  withdrawn: () => w('您撤回了申请', 'You withdrew'),
  terminated: () => w('终止办理', 'Terminated'),
  suspended: () => w('暂时中止', 'Suspended'),
  resumed: () => w('恢复办理', 'Resumed'),
  reopened: () => w('重新办理', 'Opened again'),
  rated: () => w('您作了评价', 'You rated it'),
}

/** One line of the history as the person would tell it. */
export const actWords = (a: CaseAct) => {
  const what = plain[a.op]?.() ?? say(a.name)
  return a.to ? `${what} → ${say(a.to)}` : what
}
