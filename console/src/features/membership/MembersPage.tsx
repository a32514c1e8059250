import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { ExportMembers } from './ExportMembers.tsx'
import { AddProspect } from './AddProspect.tsx'
import { channelName, occupationName, options, statusName } from '../../kit/words.ts'

const CountOf = ({ search }: { search: Search }) => {
  const { sort: _, ...filter } = search
  const count = useQuery(asking('countMembers', { query: filter as never }))
  return (
    <span className="quiet" style={{ fontSize: 14, fontWeight: 400, marginLeft: 12 }}>
      {count.data ? `${count.data.count.toLocaleString()}${count.data.capped ? w(' 人以上', '+ persons') : w(' 人', ' persons')}` : ''}
    </span>
  )
}

/** Every member within reach. */
export const MembersPage = () => {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [exporting, setExporting] = useState(false)
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const queries = useQueryClient()
  return (
    <>
      <ListPage
        head={
          <>
            {may('membership.export') && <Button onClick={() => setExporting(true)}>{w('导出', 'Export')}</Button>}
            {may('membership.decide') && <Button onClick={() => setAdding(true)}>{w('登记服务对象', 'Record a prospect')}</Button>}
          </>
        }
        title={
          <>
            {w('会员', 'Members')}
            <CountOf search={search} />
          </>
        }
        list="listMembers"
        search={search}
        onSearch={(s) => go({ to: '.', search: s as never })}
        filters={[
          { name: 'q', kind: 'text', label: w('姓名、拼音、手机号、证件后四位', 'Name, pinyin, phone, ID ending') },
          { name: 'town', kind: 'choice', label: w('镇街', 'Town'), options: options.town },
          { name: 'occupation', kind: 'choice', label: w('职业', 'Occupation'), options: options.occupation },
          { name: 'channel', kind: 'choice', label: w('入会方式', 'Channel'), options: options.channel },
          { name: 'status', kind: 'choice', label: w('会籍', 'Membership'), options: options.status },
          { name: 'from', to: 'to', kind: 'period', label: w('入会日期起', 'Joined from') },
        ]}
        rowKey={(m) => m.person.id}
        onOpen={(m) => go({ to: '/people/$id' as string, params: { id: m.person.id } as never })}
        empty={w('您的范围内还没有会员。可以打印入会码，或导入名册。', 'No member within your reach yet. Print a joining code or import a roster.')}
        columns={[
          { title: w('姓名', 'Name'), fixed: 'left', width: 120, render: (_, m) => m.person.name },
          { title: w('工会', 'Union'), width: 280, ellipsis: true, render: (_, m) => m.org.name },
          { title: w('职业', 'Occupation'), width: 110, render: (_, m) => occupationName(m.occupation) },
          { title: w('手机', 'Phone'), width: 120, dataIndex: 'mobile' },
          { title: w('证件后四位', 'ID ends'), width: 96, dataIndex: 'idLast4' },
          { title: w('会籍', 'Membership'), width: 90, render: (_, m) => statusName(m.status) },
          { title: w('入会方式', 'Channel'), width: 110, render: (_, m) => channelName(m.channel) },
          { title: w('入会日期', 'Joined'), width: 110, dataIndex: 'joinedOn' },
          { title: w('卡号', 'Card'), width: 150, dataIndex: 'cardNumber' },
        ]}
      />
      {exporting && <ExportMembers search={search} onClose={() => setExporting(false)} />}
      {adding && (
        <AddProspect
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false)
            void queries.invalidateQueries({ queryKey: ['listMembers'] })
          }}
        />
      )}
    </>
  )
}
