import { Link } from '@tanstack/react-router'
import type { EntryView } from '@gongyou/contract/registers/shapes.ts'
import { daysBetween } from '@gongyou/contract/kit/civil-date.ts'
import type { Text } from '@gongyou/contract/kit/text.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import './registers.css'

type State = EntryView['state']

export const stateName = (state: State) =>
  ({
    upcoming: w('未生效', 'Not yet valid'),
    valid: w('有效', 'Valid'),
    ending: w('将到期', 'Ending'),
    expired: w('已过期', 'Expired'),
    ended: w('已终止', 'Ended'),
  })[state]
const colour: Partial<Record<State, string>> = { ending: 'var(--soon)', expired: 'var(--red)', ended: 'var(--ink-3)', upcoming: 'var(--info)' }

/** A word in its own colour; colour says nothing that the word does not. */
export const StateWord = ({ state }: { state: State }) => <span style={{ color: colour[state] ?? 'inherit' }}>{stateName(state)}</span>

export const opName = (op: EntryView['history'][number]['op']) =>
  ({
    added: w('新增', 'Added'),
    changed: w('更新', 'Changed'),
    renewed: w('续期', 'Renewed'),
    ended: w('终止', 'Ended'),
    restored: w('恢复', 'Restored'),
  })[op]
const sourceName = (source: EntryView['source']) =>
  ({ hand: w('手工录入', 'By hand'), case: w('由办件产生', 'From a case'), import: w('表格导入', 'Imported') })[source]
export const ownerName = (owner: EntryView['register']['owner']) =>
  ({
    organisation: w('工会组织', 'An organisation'),
    person: w('职工', 'A person'),
    employer: w('用人单位', 'An employer'),
    none: w('不归属某一方', 'Nobody in particular'),
  })[owner]

/** English where there is some: an officer who made a register wrote Chinese only. */
export const said = (text: Text) => say(text) || text.zh

/** “还剩 35 天”, only where somebody has to act on it. */
export const leftOf = (to: string | null, today: string) => {
  if (to === null) return ''
  const left = daysBetween(today, to)
  if (left < 0) return w(`过期 ${-left} 天`, `${-left} days over`)
  return left <= 90 ? w(`还剩 ${left} 天`, `${left} days left`) : ''
}
export const todayHere = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Where an entry or a change came from; a case is one click away. */
export const From = ({ source, sourceId }: Pick<EntryView, 'source' | 'sourceId'>) =>
  source === 'case' && sourceId ? (
    <Link to="/cases/$id" params={{ id: sourceId }}>
      {sourceName(source)}
    </Link>
  ) : (
    <>{sourceName(source)}</>
  )
