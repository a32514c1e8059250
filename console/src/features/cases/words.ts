import type { CaseLine, CaseView, Way } from '@gongyou/contract/cases/shapes.ts'
import { daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import { today } from '../../kit/form/today.ts'
import { w } from '../../kit/text.ts'

const or = (table: Record<string, () => string>, key: string) => (Object.hasOwn(table, key) ? table[key]!() : key)

export const channelWord = (code: string) =>
  or(
    {
      phone: () => w('手机申请', 'By phone'),
      window: () => w('窗口登记', 'At the window'),
      hotline: () => w('热线', 'Hotline'),
      import: () => w('导入', 'Imported'),
      office: () => w('单位来办', 'From an office'),
      quick: () => w('一句话登记', 'One-line record'),
    },
    code,
  )

/** What lies on a desk. */
export const taskWord = (kind: string) =>
  or(
    {
      step: () => w('办理', 'To handle'),
      applicant: () => w('等申请人', 'With the applicant'),
      consult: () => w('会签', 'Opinion asked'),
      before: () => w('前加签', 'Sign before'),
      after: () => w('后加签', 'Sign after'),
      delegated: () => w('委派', 'Delegated'),
      supplement: () => w('等补正', 'Papers asked'),
      extension: () => w('延期审批', 'Extension to decide'),
    },
    kind,
  )

export const awaitingWord = (line: Pick<CaseLine, 'awaiting' | 'suspended'>) => {
  if (line.suspended) return w('已中止', 'Suspended')
  if (line.awaiting === 'supplement') return w('等补正', 'Waiting for papers')
  if (line.awaiting === 'consult') return w('等会签', 'Waiting for opinions')
  return line.awaiting === 'after' ? w('等加签', 'Waiting for signature') : ''
}

/** The date of a line in words that say what it means: `逾期 2 天`, `今天到期`, `11-25`. */
export const dueWord = (line: Pick<CaseLine, 'due' | 'dueOn'>) => {
  if (!line.dueOn || line.due === 'none') return ''
  const late = daysBetween(line.dueOn, today())
  if (line.due === 'overdue') return w(`逾期 ${late} 天`, `${late} ${late === 1 ? 'day' : 'days'} late`)
  if (line.due === 'today') return w('今天到期', 'Due today')
  return line.due === 'paused' ? w('暂停计时', 'Paused') : line.dueOn
}

export const relatedWord = (origin: string) =>
  or(
    {
      upgrade: () => w('转为正式办件', 'Made a full case'),
      appeal: () => w('异议', 'Objection'),
      'return-visit': () => w('回访', 'Return visit'),
      copy: () => w('相关办件', 'Related'),
    },
    origin,
  )

const names: Record<Way, () => string> = {
  claim: () => w('签收', 'Take on'),
  askForMore: () => w('要求补正', 'Ask for more'),
  supply: () => w('代为补正', 'Supply papers'),
  transfer: () => w('转办', 'Transfer'),
  delegate: () => w('委派', 'Delegate'),
  report: () => w('回报', 'Report back'),
  consult: () => w('会签', 'Ask for opinions'),
  addBefore: () => w('前加签', 'Add a signer before'),
  addAfter: () => w('后加签', 'Add a signer after'),
  giveOpinion: () => w('签署意见', 'Give my opinion'),
  copy: () => w('抄送', 'Copy to colleagues'),
  sendBack: () => w('退回', 'Send back'),
  recall: () => w('撤回上一步', 'Recall the last step'),
  withdraw: () => w('撤回申请', 'Withdraw'),
  urge: () => w('催办', 'Urge'),
  extend: () => w('申请延期', 'Ask for more time'),
  decideExtension: () => w('审批延期', 'Decide on more time'),
  suspend: () => w('中止', 'Suspend'),
  resume: () => w('恢复办理', 'Resume'),
  terminate: () => w('终止', 'Terminate'),
  reopen: () => w('重开', 'Reopen'),
  note: () => w('内部备注', 'Internal note'),
  answer: () => w('答复申请人', 'Answer the applicant'),
  link: () => w('请外单位协办', 'Ask an outside party'),
  upgrade: () => w('转为正式办件', 'Make it a full case'),
  rate: () => w('评价', 'Rate'),
  appeal: () => w('提出异议', 'Object'),
  openSealed: () => w('查看敏感内容', 'Open sealed answers'),
  replay: () => w('按现行规则复核', 'Replay with today’s rules'),
}
export const wayName = (way: Way) => names[way]()

/** Why there is nothing to press, and who has it. */
export const standstill = (view: CaseView) => {
  if (view.closedAt) return w('已办结', 'Closed')
  if (view.suspended) return w('已中止，恢复后才能办理', 'Suspended; resume it first')
  if (view.awaiting === 'supplement') return w('正在等申请人补正', 'Waiting for the applicant’s papers')
  if (view.awaiting === 'consult') return w('正在等同事签署意见', 'Waiting for colleagues’ opinions')
  if (view.awaiting === 'after') return w('已送加签，签完自动生效', 'Sent for signature; it takes effect once signed')
  return w('这一步不由您办理', 'This step is not yours')
}
