import { hotlineOrder } from '@gongyou/contract/hotline/order.ts'
import type { AboutHotline } from '@gongyou/contract/hotline/routes.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

export type Answer = 'yes' | 'no' | 'reached' | 'unreached'

export const sourceOptions = () => [
  { value: '12345', label: '12345' },
  { value: '12351', label: '12351' },
]
export const stateOptions = () => Object.entries(hotlineOrder.states).map(([value, s]) => ({ value, label: say(s.name) }))

/** What each number is called, and what exactly it counts. */
export const numberName = (about: AboutHotline) =>
  ({
    received: w('收到工单', 'Orders received'),
    answered: w('在期答复', 'Answered in time'),
    calledBack: w('回访', 'Called back'),
    responded: w('响应率', 'Responded'),
    solved: w('解决率', 'Solved'),
    satisfied: w('满意率', 'Satisfied'),
    again: w('重新办理', 'Handled again'),
    closed: w('办结', 'Closed'),
    reopened: w('30 天内重开', 'Opened again within 30 days'),
    notOurs: w('退单', 'Taken back by the hotline'),
    elsewhere: w('转其他途径', 'Gone another way'),
  })[about]

export const numberMeans = (about: AboutHotline) =>
  ({
    received: w('按派单日期计', 'by the day they were sent'),
    answered: w('首次答复不晚于工单所注期限（未注的按时限规则）', 'first answer by the printed date, or by the usual limit where none is printed'),
    calledBack: w('每次回访计一次', 'each call counts once'),
    responded: w('回访中认为已响应的 ÷ 已联系上的', 'said it was responded to ÷ reached'),
    solved: w('回访中认为已解决的 ÷ 已联系上的', 'said it was solved ÷ reached'),
    satisfied: w('回访中表示满意的 ÷ 已联系上的', 'said they were satisfied ÷ reached'),
    again: w('回访后退回重办', 'sent back to work after the call'),
    closed: w('含退单和转其他途径', 'with those taken back or gone another way'),
    reopened: w('办结后 30 天内又打开', 'within 30 days of closing'),
    notOurs: w('异议成立，热线收回', 'the objection was accepted'),
    elsewhere: w('已进入仲裁、诉讼或信访', 'in arbitration, court or petition'),
  })[about]

export const answerName = (about: AboutHotline, answer: Answer) => {
  if (about === 'answered') return answer === 'yes' ? w('在期', 'in time') : w('超期', 'late')
  return { yes: w('是', 'yes'), no: w('否', 'no'), reached: w('已联系上', 'reached'), unreached: w('未联系上', 'not reached') }[answer]
}

/** 92.3 %; a dash where there is nothing to divide by. */
export const percent = (rate: number | null) => (rate === null ? '—' : `${(rate * 100).toFixed(1)} %`)
