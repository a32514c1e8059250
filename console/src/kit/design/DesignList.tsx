import type { Text } from '@gongyou/contract/kit/text.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Skeleton, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Failure, wordsOf } from '../Failure.tsx'
import { FormModal } from '../FormModal.tsx'
import { say } from '../language.ts'
import { Sheet } from '../Sheet.tsx'
import { w } from '../text.ts'
import { instant } from '../times.ts'

type Row = { code: string; title: Text; revision: number; madeBy: 'code' | 'officer'; retired: boolean }
type Draft = { id: string; code: string; title: string; revision: number; changedAt: string }
type Open = { act: 'new' } | { act: 'retire'; code: string; title: string }

type Props<R extends Row> = {
  title: string
  /** What one calls a thing of this list. */
  words: { one: string; add: string; addTitle: string; nameLabel: string; newSays: string; retireSays: string }
  rows: UseQueryResult<readonly R[]>
  drafts: readonly Draft[]
  /** Between the title and where it is from. */
  columns: TableColumnsType<R>
  /** Page of a design; `$id` stands for its draft. */
  page: string
  begin: (given: { title: string; from?: string }) => Promise<{ id: string }>
  retire: (code: string, because: string) => Promise<unknown>
  onRetired: () => void
  onRevisions?: (row: R) => void
}

/** Everything of a kind that is designed on a screen: built in or made by an office, its drafts, and the ways to begin and to end one. */
export function DesignList<R extends Row>({ title, words, rows, drafts, columns, page, begin, retire, onRetired, onRevisions }: Props<R>) {
  const go = useNavigate()
  const { message } = App.useApp()
  const [open, setOpen] = useState<Open>()
  const design = (id: string) => go({ to: page as string, params: { id } as never })
  const revise = async (row: R) => {
    const begun = drafts.find((d) => d.code === row.code)
    try {
      await design(begun?.id ?? (await begin({ title: row.title.zh.slice(0, 40), from: row.code })).id)
    } catch (error) {
      message.warning(wordsOf(error))
    }
  }
  const acts = (row: R) => (
    <>
      {onRevisions && (
        <Button type="link" size="small" onClick={() => onRevisions(row)}>
          {w('各版本', 'Revisions')}
        </Button>
      )}
      {row.retired ? (
        <span className="quiet">{w('已停用', 'retired')}</span>
      ) : (
        <>
          <Button type="link" size="small" onClick={() => void revise(row)}>
            {w('改版', 'Revise')}
          </Button>
          <Button type="link" size="small" onClick={() => setOpen({ act: 'retire', code: row.code, title: say(row.title) })}>
            {w('停用', 'Retire')}
          </Button>
        </>
      )}
    </>
  )
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className="spring" />
        <Button onClick={() => setOpen({ act: 'new' })}>{words.add}</Button>
      </div>
      {drafts.length > 0 && (
        <Sheet title={w('未发布的草稿', 'Drafts')}>
          {drafts.map((d) => (
            <div key={d.id} style={{ display: 'flex', gap: 12, padding: '4px 0' }}>
              <Link to={page as string} params={{ id: d.id } as never}>
                {d.title}
              </Link>
              <span className="quiet">{w(`第 ${d.revision} 版`, `revision ${d.revision}`)}</span>
              <span style={{ flex: 1 }} />
              <span className="quiet">{instant(d.changedAt)}</span>
            </div>
          ))}
        </Sheet>
      )}
      <div className="sheet list">
        {rows.isError ? (
          <Failure error={rows.error} onRetry={() => rows.refetch()} />
        ) : !rows.data ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : (
          <Table<R>
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey={(r) => r.code}
            dataSource={[...rows.data]}
            columns={[
              { title: words.one, width: 180, render: (_, r) => say(r.title) },
              ...columns,
              {
                title: w('来源', 'Made by'),
                width: 110,
                render: (_, r) => (r.madeBy === 'code' ? w('系统自带', 'built in') : w('本单位设计', 'an office')),
              },
              { title: w('版本', 'Revision'), width: 80, align: 'right', render: (_, r) => r.revision },
              { title: '', width: onRevisions ? 220 : 150, render: (_, r) => acts(r) },
            ]}
          />
        )}
      </div>
      {open?.act === 'new' && (
        <FormModal<{ title: string }, { id: string }>
          title={words.addTitle}
          ok={w('开始设计', 'Begin')}
          says={words.newSays}
          save={begin}
          onClose={() => setOpen(undefined)}
          onDone={({ id }) => void design(id)}
        >
          <Form.Item
            name="title"
            label={words.nameLabel}
            rules={[{ required: true, min: 2, max: 40, message: w('请填写 2 至 40 个字', 'Two to forty characters') }]}
          >
            <Input />
          </Form.Item>
        </FormModal>
      )}
      {open?.act === 'retire' && (
        <FormModal<{ because: string }>
          title={w(`停用“${open.title}”`, `Retire “${open.title}”`)}
          ok={w('停用', 'Retire')}
          danger
          says={words.retireSays}
          save={(f) => retire(open.code, f.because)}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onRetired()
          }}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
