import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { say } from '../../kit/language.ts'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'

type Props = { search: Search; onSearch: (search: Search) => void }

/** How much waits, and of what; a press narrows the list to it, another takes that back. */
export const QueueChips = ({ search, onSearch }: Props) => {
  const counts = useQuery({ ...asking('countQueue', {}), refetchInterval: 60_000 }).data
  if (!counts) return <div className="chips" style={{ minHeight: 28 }} />
  const dues = [
    ['overdue', w('逾期', 'Overdue'), counts.overdue],
    ['today', w('到今天为止', 'Due by today'), counts.overdue + counts.today],
    ['week', w('七天内', 'Within a week'), counts.week],
  ] as const
  return (
    <div className="chips" role="group" aria-label={w('按期限和事项', 'By due date and service')}>
      <button
        type="button"
        aria-pressed={!search.due && !search.service}
        onClick={() => onSearch({ ...search, due: undefined, service: undefined, state: undefined })}
      >
        {w('全部', 'All')}
        <b>{counts.all}</b>
      </button>
      {dues.map(([due, name, count]) => (
        <button
          key={due}
          type="button"
          className={due === 'overdue' && count > 0 ? 'late' : ''}
          aria-pressed={search.due === due}
          onClick={() => onSearch({ ...search, due: search.due === due ? undefined : due })}
        >
          {name}
          <b>{count}</b>
        </button>
      ))}
      {counts.byService.length > 0 && <span className="break" />}
      {counts.byService.map((s) => (
        <button
          key={s.service}
          type="button"
          aria-pressed={search.service === s.service}
          onClick={() => onSearch({ ...search, service: search.service === s.service ? undefined : s.service, state: undefined })}
        >
          {say(s.title)}
          <b>{s.count}</b>
        </button>
      ))}
    </div>
  )
}
