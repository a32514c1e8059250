import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { purposeName, whoActed } from '../../kit/words.ts'
import { Emergencies } from './Emergencies.tsx'

const ChainCheck = () => {
  const check = useQuery({ ...asking('verifyAudit', {}), enabled: false })
  const c = check.data
  return (
    <span style={{ display: 'inline-flex', gap: 12, alignItems: 'center' }}>
      {check.isError && <span style={{ color: 'var(--red)' }}>{wordsOf(check.error)}</span>}
      {c &&
        (c.whole ? (
          <span style={{ color: 'var(--done)' }}>
            {w(
              `完整：${c.seals} 次封存，${c.lines.toLocaleString()} 条，封存到 ${c.sealedUntil ? instant(c.sealedUntil) : '—'}`,
              `Whole: ${c.seals} seals, ${c.lines.toLocaleString()} lines, up to ${c.sealedUntil ? instant(c.sealedUntil) : '—'}`,
            )}
          </span>
        ) : (
          <span style={{ color: 'var(--red)' }}>{c.broken?.says}</span>
        ))}
      <Button loading={check.isFetching} onClick={() => check.refetch()}>
        {w('校验审计链', 'Verify the chain')}
      </Button>
    </span>
  )
}

/** Who did or saw what; append-only, sealed, verifiable. */
export const AuditPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  return (
    <>
      <ListPage
        title={w('审计记录', 'Audit trail')}
        list="listAudit"
        search={search}
        onSearch={(s) => go({ to: '.', search: s as never })}
        head={<ChainCheck />}
        rowKey={(l) => l.id}
        filters={[
          { name: 'from', to: 'to', kind: 'period', label: w('日期起', 'From') },
          {
            name: 'action',
            kind: 'choice',
            label: w('操作', 'Action'),
            options: [
              ['openSealed', w('查看完整号码', 'Opened numbers')],
              ['signIn', w('登录', 'Signed in')],
              ['signIn.failed', w('登录失败', 'Failed sign-in')],
              ['approveApplication', w('同意入会', 'Approved')],
              ['givePost', w('任命岗位', 'Gave a post')],
              ['breakGlass', w('应急访问', 'Emergency access')],
            ].map(([value, label]) => ({ value: value!, label: label! })),
          },
        ]}
        empty={w('还没有审计记录', 'Nothing recorded yet')}
        columns={[
          { title: w('时间', 'When'), width: 150, render: (_, l) => instant(l.at) },
          { title: w('谁', 'Who'), width: 260, ellipsis: true, render: (_, l) => whoActed(l.actor) },
          { title: w('做了什么', 'Did what'), width: 220, render: (_, l) => l.actionName[language()] },
          {
            title: w('涉及职工', 'Whose data'),
            width: 120,
            render: (_, l) =>
              l.person ? (
                <Link to="/audit" search={{ person: l.person.id } as never}>
                  {l.person.name}
                </Link>
              ) : (
                '—'
              ),
          },
          { title: w('用途', 'Purpose'), width: 110, render: (_, l) => (l.purpose ? purposeName(l.purpose) : '—') },
        ]}
      />
      <Emergencies />
    </>
  )
}
