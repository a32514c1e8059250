import { useEffect } from 'react'
import { useKept } from '../../kit/kept.ts'
import { RowLink } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import { useOutbox } from './outbox.ts'
import { startSending } from './sending.ts'

/** How my own matters stand, in a line or two that lead on; nothing where there is nothing. */
export const MyCasesLines = ({ person }: { person: string }) => {
  const mine = useKept('listMyCases')
  const waiting = useOutbox(person).filter((e) => e.state !== 'sent')
  useEffect(startSending, [])
  const open = mine.data?.rows.filter((c) => !c.closedAt) ?? []
  const lacking = open.filter((c) => c.awaiting === 'supplement')
  const unrated = mine.data?.rows.filter((c) => c.closedAt && c.stars === null).length ?? 0
  return (
    <>
      {waiting.length > 0 ? (
        <RowLink
          to="/waiting"
          title={<strong>{w(`${waiting.length} 件还没有发出`, `${waiting.length} not sent yet`)}</strong>}
          sub={w('已保存在手机里，联网后自动提交', 'Kept on this phone, sent when connected')}
        />
      ) : null}
      {lacking.slice(0, 2).map((c) => (
        <RowLink
          key={c.id}
          to={`/cases/${c.id}`}
          title={<strong>{w('还差材料，请补充', 'Something is missing')}</strong>}
          sub={`${w(c.service.title.zh, c.service.title.en)} · ${c.number}`}
        />
      ))}
      {mine.data && mine.data.rows.length > 0 ? (
        <RowLink
          to="/cases"
          title={w('我的办件', 'My cases')}
          sub={
            open.length > 0
              ? w(`${open.length} 件正在办`, `${open.length} under way`)
              : unrated > 0
                ? w('都已办结，可以评价', 'All closed; you may rate them')
                : w('都已办结', 'All closed')
          }
        />
      ) : null}
    </>
  )
}

export const MyCasesLine = ({ person }: { person: string }) => (
  <div className="rows">
    <MyCasesLines person={person} />
  </div>
)
