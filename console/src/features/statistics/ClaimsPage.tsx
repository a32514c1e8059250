import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { language } from '../../kit/language.ts'
import { ListPage, type Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { DeclareClaim } from './DeclareClaim.tsx'
import { periodOf } from './words.ts'
import './figures.css'

/** Every number that was ever published: of the system with its records, of the time before with its source. */
export const ClaimsPage = () => {
  const search = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        title={w('已发布数字', 'Published numbers')}
        list="listClaims"
        search={search}
        onSearch={(next) => go({ to: '.', search: next as never, replace: true })}
        filters={[
          { name: 'q', kind: 'text', label: w('原文、编号、材料', 'Wording, code, document') },
          {
            name: 'origin',
            kind: 'choice',
            label: w('来源', 'Origin'),
            options: [
              { value: 'system', label: w('系统数字', 'Of the system') },
              { value: 'historical', label: w('历史数字', 'From before') },
            ],
          },
        ]}
        head={
          <>
            <Link to={'/contradictions' as string}>{w('数字打架', 'Contradictions')}</Link>
            {may('statistics.edit') && <Button onClick={() => setAdding(true)}>{w('登记历史数字', 'Enter a number from before')}</Button>}
          </>
        }
        rowKey={(r) => r.id}
        onOpen={(r) => go({ to: '/claims/$id' as string, params: { id: r.id } as never })}
        empty={w('还没有发布过数字。打开任何一个数字，可以从那里发布。', 'Nothing published yet. Open a figure and publish it there.')}
        columns={[
          { title: w('编号', 'Code'), dataIndex: 'code', width: 90 },
          {
            title: w('原文', 'Wording'),
            render: (_, r) => (r.withdrawnAt ? <s className="quiet">{r.wording}</s> : r.wording),
          },
          { title: w('数值', 'Value'), align: 'right', width: 140, render: (_, r) => `${r.value.toLocaleString()} ${r.unitName[language()]}` },
          { title: w('时段', 'Period'), width: 150, render: (_, r) => periodOf(r.from, r.to) },
          { title: w('材料', 'Document'), dataIndex: 'document', width: 260, ellipsis: true },
          { title: w('日期', 'Day'), dataIndex: 'publishedOn', width: 110 },
          { title: w('来源', 'Origin'), width: 90, render: (_, r) => (r.origin === 'system' ? w('系统', 'System') : w('历史', 'Before')) },
        ]}
      />
      {adding && <DeclareClaim onClose={() => setAdding(false)} />}
    </>
  )
}
