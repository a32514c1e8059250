import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

type Mark = 'been' | 'now' | 'ahead'
const markWords = { been: () => w('已走过', 'done'), now: () => w('现在', 'now'), ahead: () => w('未到', 'ahead') } as const

/** Where the case stands on its way; ends that are still open stand together as one. */
export const Track = ({ view }: { view: CaseView }) => {
  const line = view.states.filter((s) => !s.final)
  const ends = view.states.filter((s) => s.final)
  const here = view.closedAt ? -1 : line.findIndex((s) => s.code === view.stateCode)
  const markOf = (i: number): Mark => (i === here ? 'now' : line[i]!.been ? 'been' : 'ahead')
  return (
    <ol className="track">
      {line.map((s, i) => (
        <li key={s.code} className={markOf(i)} aria-current={i === here ? 'step' : undefined}>
          {say(s.name)}
          <span className="unseen">{markWords[markOf(i)]()}</span>
        </li>
      ))}
      <li className={view.closedAt ? 'now' : 'ahead'}>
        {view.closedAt ? w(`办结：${view.outcome?.zh ?? ''}`, `Closed: ${view.outcome?.en ?? ''}`) : w('办结', 'Closed')}
        {!view.closedAt && ends.length > 1 && <span className="quiet small"> {ends.map((s) => say(s.name)).join(w('／', ' / '))}</span>}
      </li>
    </ol>
  )
}
