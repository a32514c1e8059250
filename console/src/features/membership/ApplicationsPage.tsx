import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { occupationName } from '../../kit/words.ts'
import { statusWord } from './status-word.ts'
import { ApplicationPanel } from './ApplicationPanel.tsx'

/** The queue of joinings: list at the left, the chosen one at the right, decided without leaving the page. */
export const ApplicationsPage = () => {
  const { id, ...rest } = useSearch({ strict: false }) as Search
  const search = { status: rest.status ?? 'submitted', ...rest }
  const go = useNavigate()
  const open = (next: Search) => go({ to: '.', search: next as never, replace: Boolean(id) })
  const statuses = (['submitted', 'returned', 'approved', 'refused'] as const).map((value) => ({ value, label: statusWord(value) }))
  return (
    <div className="split" data-open={Boolean(id)}>
      <div>
        <ListPage
          title={w('入会审批', 'Applications')}
          list="listApplications"
          search={search}
          onSearch={(s) => open(s)}
          chosen={id}
          usual={{ status: 'submitted' }}
          filters={[
            { name: 'q', kind: 'text', label: w('姓名、拼音或受理号', 'Name, pinyin or number') },
            { name: 'status', kind: 'choice', label: w('状态', 'State'), options: statuses },
          ]}
          rowKey={(a) => a.id}
          onOpen={(a) => open({ ...search, id: a.id })}
          empty={w('没有待审批的入会申请', 'No application is waiting')}
          columns={[
            { title: w('姓名', 'Name'), render: (_, a) => a.person.name },
            { title: w('职业', 'Occupation'), render: (_, a) => occupationName(a.occupation), responsive: ['md'] },
            { title: w('申请加入', 'Wants to join'), render: (_, a) => a.org.name, responsive: ['md'] },
            {
              title: w('自动核验', 'Checks'),
              render: (_, a) => {
                const n = a.checks.filter((c) => c.verdict !== 'passed').length
                return n ? (
                  <span style={{ color: 'var(--soon)' }}>{w(`${n} 项请看`, `${n} to look at`)}</span>
                ) : (
                  <span style={{ color: 'var(--done)' }}>{w('全部通过', 'All passed')}</span>
                )
              },
            },
            { title: w('答复期限', 'Answer by'), dataIndex: 'dueOn' },
          ]}
        />
      </div>
      {id && <ApplicationPanel id={id} onClose={() => open(search)} />}
    </div>
  )
}
