import type { ActivityLine, MySignUp, PoolView } from '@gongyou/contract/activities/shapes.ts'
import { poolWords, signUpWords, stageWords } from '@gongyou/contract/activities/words.ts'
import { moment } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** How many seats are left, in words. */
export const seatsLeft = (a: Pick<ActivityLine, 'seats' | 'taken' | 'stage' | 'standby'>) => {
  if (a.stage === 'open')
    return a.seats === null
      ? w('名额不限', 'No limit')
      : w(`余 ${Math.max(0, a.seats - a.taken)} 个名额`, `${Math.max(0, a.seats - a.taken)} seats left`)
  return say(stageWords[a.stage])
}

/** What one can do about a pool now. */
export const poolLine = (p: PoolView) => {
  if (p.stage === 'soon') return w(`${moment(p.opensAt)} 开始报名`, `Opens ${moment(p.opensAt)}`)
  if (p.stage === 'open' && p.rule === 'draw')
    return w(`${moment(p.closesAt)} 截止，之后公开抽签`, `Closes ${moment(p.closesAt)}, then a public draw`)
  if (p.stage === 'open')
    return p.seats === null
      ? w('名额不限', 'No limit')
      : w(`余 ${p.seats - p.taken} 个，共 ${p.seats} 个名额`, `${p.seats - p.taken} of ${p.seats} seats left`)
  if (p.stage === 'standby') return w(`已报满，可候补（前面 ${p.standby} 人）`, `Full; standby is open (${p.standby} before you)`)
  return say(poolWords[p.stage])
}

/** How a sign-up of mine stands, and what comes next. */
export const standing = (m: MySignUp) => {
  if (m.state === 'standby') return w(`候补第 ${m.place} 位，有人取消按次序递补`, `Number ${m.place} on standby; seats are given in this order`)
  if (m.state === 'entered') return w('已参加抽签，截止后公布结果', 'In the draw; the result is published after the close')
  return say(signUpWords[m.state])
}
