import { useNavigate, useSearch } from '@tanstack/react-router'
import { Steps } from 'antd'
import type { Search } from '../../../kit/ListPage.tsx'
import { w } from '../../../kit/text.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileStep } from './FileStep.tsx'
import { History } from './History.tsx'
import { ResultStep } from './ResultStep.tsx'
import { stepOf, useBatch } from './use-batch.ts'
import './roster.css'

/** From a workbook to members: file, columns, check, result. The batch stands in the address, so a reload goes on. */
export const RosterPage = () => {
  const { id } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const open = (next: string | undefined) => go({ to: '.', search: (next ? { id: next } : {}) as never })
  const batch = useBatch(id)
  const at = batch.data ? stepOf(batch.data.state) : 0
  return (
    <>
      <div className="page-head">
        <h1>{w('名册导入', 'Roster import')}</h1>
        {batch.data && <span className="quiet">{batch.data.fileName}</span>}
      </div>
      <Steps
        size="small"
        current={at}
        className="roster-steps"
        items={[w('选择文件', 'File'), w('对应列', 'Columns'), w('检查', 'Check'), w('结果', 'Result')].map((title) => ({ title }))}
      />
      {!id && (
        <>
          <FileStep onMade={open} />
          <History onOpen={open} />
        </>
      )}
      {batch.data && at === 1 && <ColumnsStep key={batch.data.id} batch={batch.data} onBack={() => open(undefined)} />}
      {batch.data && at === 2 && <CheckStep batch={batch.data} onBack={() => open(undefined)} />}
      {batch.data && at === 3 && <ResultStep batch={batch.data} onBack={() => open(undefined)} />}
    </>
  )
}
