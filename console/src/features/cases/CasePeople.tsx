import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { taskWord } from './words.ts'

/** Many share a desk: three are named, the rest counted. */
const some = (who: readonly string[]) =>
  who.length > 3
    ? w(`${who.slice(0, 3).join('、')} 等 ${who.length} 人`, `${who.slice(0, 3).join(', ')} and ${who.length - 3} more`)
    : who.join(w('、', ', '))

/** Who has it, who asked for it, and where it belongs. */
export const CasePeople = ({ view }: { view: CaseView }) => {
  const may = useMay()
  return (
    <dl className="pairs case-people">
      {view.tasks.map((t) => (
        <Fragment key={t.id}>
          <dt>{taskWord(t.kind)}</dt>
          <dd>
            {t.role && <span className="quiet">{say(t.role)} </span>}
            {some(t.who) || w('还没有人在岗', 'Nobody holds the post')}
            {t.mine && <span className="tag mine">{w('有我', 'me')}</span>}
            {t.asks && t.kind !== 'supplement' && <div className="quiet small">{t.asks}</div>}
          </dd>
        </Fragment>
      ))}
      {view.person && (
        <>
          <dt>{w('申请人', 'Applicant')}</dt>
          <dd>
            {may('membership.read') ? (
              <Link to={'/people/$id' as string} params={{ id: view.person.id } as never}>
                {view.person.name}
              </Link>
            ) : (
              view.person.name
            )}
            {view.person.mobile && <span className="quiet"> {view.person.mobile}</span>}
          </dd>
        </>
      )}
      {view.union && (
        <>
          <dt>{w('申请单位', 'For')}</dt>
          <dd>{view.union.name}</dd>
        </>
      )}
      <dt>{w('所属', 'Belongs to')}</dt>
      <dd>{view.org.name}</dd>
    </dl>
  )
}
