import type { OrderList } from '@gongyou/contract/hotline/routes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Progress, Segmented, Spin, Steps, Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import './hotline.css'
import { ListPreview } from './ListPreview.tsx'
import { sourceOptions } from './words.ts'

type Source = '12345' | '12351'
const isSource = (value: string): value is Source => value === '12345' || value === '12351'

/** Sends the list until nothing is left of it; what was entered is not entered twice, so a broken line loses nothing. */
const enterAll = async (file: File, source: Source, onPart: (part: OrderList) => void) => {
  for (;;) {
    const part = await ask('importHotlineOrders', { file, query: { source, dry: 'false' } })
    onPart(part)
    if (part.left === 0 || part.entered === 0) return part
  }
}

const Done = ({ entered, list, onAgain }: { entered: number; list: OrderList; onAgain: () => void }) => (
  <section className="sheet">
    <div className="body">
      <h2>{w(`已录入 ${entered} 张工单`, `${entered} orders entered`)}</h2>
      <p className="quiet" style={{ margin: '0 0 16px' }}>
        {w(
          '每张工单已生成办件，开始计时，在办公室待办中等待派单。',
          'Each is a case now, its time limit runs, and it waits for the office to assign it.',
        )}
        {list.wrong > 0 &&
          w(
            `有问题的 ${list.wrong} 行没有录入，改好后把整张表再导一次即可，已录入的不会重复。`,
            ` ${list.wrong} rows with problems were left out: correct them and import the whole list again, nothing is entered twice.`,
          )}
      </p>
      <div className="order-acts">
        <Link to={'/hotline' as string} search={{ state: 'received' } as never}>
          <Button type="primary">{w('去派单', 'Assign them')}</Button>
        </Link>
        <Button onClick={onAgain}>{w('再导一个文件', 'Another file')}</Button>
      </div>
    </div>
  </section>
)

/** 导入工单: the list is dropped, looked at, entered. Until then nothing is written. */
export const ImportPage = () => {
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState<Source>('12345')
  const [entered, setEntered] = useState(0)
  const look = useMutation({
    mutationFn: (given: { file: File; source: Source }) =>
      ask('importHotlineOrders', { file: given.file, query: { source: given.source, dry: 'true' } }),
  })
  const enter = useMutation({
    mutationFn: () => enterAll(file!, source, (part) => setEntered((n) => n + part.entered)),
    onSettled: () => queries.invalidateQueries(),
  })
  const take = (given: File) => {
    setFile(given)
    enter.reset()
    setEntered(0)
    look.mutate({ file: given, source })
    return false
  }
  const again = () => {
    setFile(null)
    setEntered(0)
    look.reset()
    enter.reset()
  }
  const read = (value: string) => {
    if (!isSource(value)) return
    setSource(value)
    if (file) look.mutate({ file, source: value })
  }
  const seen = look.data
  const wrong = enter.error ?? look.error
  return (
    <>
      <div className="page-head">
        <Link to={'/hotline' as string} className="quiet">
          {w('热线工单', 'Hotline orders')}
        </Link>
        <span className="quiet">/</span>
        <h1>{w('导入工单', 'Import orders')}</h1>
      </div>
      <Steps
        size="small"
        className="order-steps"
        responsive={false}
        current={enter.data ? 2 : seen ? 1 : 0}
        items={[{ title: w('选文件', 'File') }, { title: w('核对', 'Check') }, { title: w('结果', 'Result') }]}
      />
      {!enter.data && (!seen || seen.sourceless) && (
        <div className="order-source">
          <span className="quiet">{w('表中没有“来源”列时，按', 'Where the list has no source column:')}</span>
          <Segmented
            size="small"
            options={sourceOptions()}
            value={source}
            onChange={read}
            disabled={enter.isPending}
            aria-label={w('来源', 'Source')}
          />
        </div>
      )}
      {!seen && (
        <Spin spinning={look.isPending} description={w('正在逐行核对…', 'Reading row by row…')}>
          <Upload.Dragger accept=".xlsx,.xls,.csv" showUploadList={false} beforeUpload={take} className="order-drop">
            <p style={{ margin: '0 0 4px' }}>
              {w('把热线平台导出的工单表拖到这里，或点这里选择文件', 'Drop the list of the hotline here, or click to choose it')}
            </p>
            <p className="quiet small" style={{ margin: 0 }}>
              {w(
                '.xlsx、.xls 或 .csv，最多 2,000 张。至少有工单编号、派单时间、诉求内容三列，列名和次序不限。已登记过的编号自动跳过。',
                '.xlsx, .xls or .csv, up to 2,000 orders. It needs a number, the day it was sent and what is asked; other columns are found by their names. Known numbers are passed over.',
              )}
            </p>
          </Upload.Dragger>
        </Spin>
      )}
      {seen && !enter.data && (
        <>
          <ListPreview list={seen} />
          {enter.isPending && (
            <Progress
              percent={Math.floor((100 * entered) / Math.max(1, seen.fresh))}
              format={() => `${entered} / ${seen.fresh}`}
              aria-label={w('录入进度', 'Progress')}
            />
          )}
          <div className="order-acts">
            <Button type="primary" disabled={seen.fresh === 0} loading={enter.isPending} onClick={() => enter.mutate()}>
              {seen.fresh > 0 ? w(`录入 ${seen.fresh - entered} 张工单`, `Enter ${seen.fresh - entered} orders`) : w('没有新工单', 'Nothing new')}
            </Button>
            <Button type="text" disabled={enter.isPending} onClick={again}>
              {w('换一个文件', 'Another file')}
            </Button>
          </div>
        </>
      )}
      {enter.data && <Done entered={entered} list={enter.data} onAgain={again} />}
      {wrong && (
        <p role="alert" style={{ color: 'var(--red)', margin: '12px 0 0' }}>
          {wordsOf(wrong)}
          {enter.isError && entered > 0 && w(`（已录入 ${entered} 张，可接着录入）`, ` (${entered} are entered; you can go on)`)}
        </p>
      )}
    </>
  )
}
