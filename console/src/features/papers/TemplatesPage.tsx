import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Table } from 'antd'
import { asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { kindName } from './words.ts'

/** Every template, with who last changed it. */
export const TemplatesPage = () => {
  const go = useNavigate()
  const templates = useQuery(asking('listTemplates', {}))
  const open = (code: string) => go({ to: '/paper-templates/$code' as string, params: { code } as never })
  return (
    <>
      <div className="page-head">
        <h1>{w('公文模板', 'Templates of papers')}</h1>
      </div>
      {templates.isError && <Failure error={templates.error} onRetry={() => templates.refetch()} />}
      <div className="sheet list">
        <Table
          size="small"
          pagination={false}
          loading={templates.isPending}
          rowKey="code"
          dataSource={templates.data?.rows ?? []}
          scroll={{ x: 'max-content' }}
          onRow={(t) => ({ onClick: () => open(t.code), tabIndex: 0, onKeyDown: (e) => void (e.key === 'Enter' && open(t.code)) })}
          columns={[
            { title: w('名称', 'Name'), dataIndex: 'name' },
            { title: w('文种', 'Kind'), render: (_, t) => kindName(t.kind) },
            {
              title: w('版本', 'Revision'),
              render: (_, t) => (t.revision === 0 ? w('原始', 'Original') : w(`第 ${t.revision} 版`, String(t.revision))),
            },
            { title: w('修订', 'Revised'), render: (_, t) => t.madeAt?.slice(0, 10) ?? '—' },
            { title: w('修订人', 'By'), render: (_, t) => t.madeBy ?? '—' },
          ]}
        />
      </div>
    </>
  )
}
