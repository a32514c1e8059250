import type { EntryView } from '@gongyou/contract/registers/shapes.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, DatePicker, Form, Input, Skeleton } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { Answers } from '../../kit/form/Answers.tsx'
import { EntryForm } from './EntryForm.tsx'
import { EntryHistory } from './EntryHistory.tsx'
import { From, StateWord, leftOf, said, todayHere } from './words.tsx'

type Act = 'change' | 'renew' | 'end' | 'restore' | 'unseal'

const Facts = ({ entry: e }: { entry: EntryView }) => (
  <dl className="pairs">
    <dt>{w('状态', 'State')}</dt>
    <dd>
      <StateWord state={e.state} />
      {e.state !== 'ended' && <span className="quiet small"> {leftOf(e.validTo, todayHere())}</span>}
    </dd>
    <dt>{w('有效期', 'Validity')}</dt>
    <dd>{e.validTo ? w(`${e.validFrom} 至 ${e.validTo}`, `${e.validFrom} to ${e.validTo}`) : w(`${e.validFrom} 起`, `from ${e.validFrom}`)}</dd>
    {e.endedOn && (
      <>
        <dt>{w('终止', 'Ended')}</dt>
        <dd>
          {e.endedOn} · {e.endedBecause}
        </dd>
      </>
    )}
    <dt>{e.register.owner === 'organisation' ? w('所属工会', 'Union') : w('管理组织', 'Kept by')}</dt>
    <dd>{e.org.name}</dd>
    {e.person && (
      <>
        <dt>{w('归属职工', 'Person')}</dt>
        <dd>
          <Link to="/people/$id" params={{ id: e.person.id } as never}>
            {e.person.name}
          </Link>
        </dd>
      </>
    )}
    {e.employer && (
      <>
        <dt>{w('归属单位', 'Employer')}</dt>
        <dd>{e.employer.name}</dd>
      </>
    )}
    <dt>{w('来源', 'Source')}</dt>
    <dd>
      <From source={e.source} sourceId={e.sourceId} />
    </dd>
    <dt>{w('名册版本', 'Revision')}</dt>
    <dd>
      {w(`第 ${e.revision} 版`, `${e.revision}`)}
      {e.revision < e.register.revision && (
        <span className="quiet small">
          {' '}
          {w(`现行第 ${e.register.revision} 版，更新时换用`, `now ${e.register.revision}; used from the next change`)}
        </span>
      )}
    </dd>
  </dl>
)

/** One entry on one page: what it says, what may be done, and its history line by line. */
export const EntryPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [act, setAct] = useState<Act | null>(null)
  const [opened, setOpened] = useState<Record<string, unknown>>({})
  const one = useQuery(asking('getEntry', { params: { id } }))
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const e = one.data
  const today = todayHere()
  const done = (words: string) => (next: EntryView) => {
    queries.setQueryData(asking('getEntry', { params: { id } }).queryKey, next)
    setOpened({})
    setAct(null)
    message.success(words)
  }
  const close = () => setAct(null)
  const early = e.renewableFrom !== null && today < e.renewableFrom
  const may = (a: Act) => e.may.includes(a)
  return (
    <>
      <div className="page-head">
        <Link to={'/registers/$code' as string} params={{ code: e.register.code } as never} className="quiet">
          {said(e.register.title)}
        </Link>
        <span className="quiet">/</span>
        <h1>{e.title}</h1>
      </div>
      <div className="columns side-first">
        <div>
          <Sheet title={w('内容', 'What it says')}>
            <Answers
              form={e.register.form}
              answers={{ ...e.answers, ...opened }}
              sealed={e.sealed}
              onSealed={may('unseal') ? () => setAct('unseal') : undefined}
              onFile={async (f) => saveFile(await ask('getEntryFile', { params: { id, file: f.id } }), f.name)}
            />
          </Sheet>
          <EntryHistory history={e.history} />
        </div>
        <div>
          <Sheet title={w('现状', 'Standing')}>
            <Facts entry={e} />
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 }}>
              {may('change') && (
                <Button type="primary" onClick={() => setAct('change')}>
                  {w('更新', 'Change')}
                </Button>
              )}
              {may('renew') && (
                <Button disabled={early} onClick={() => setAct('renew')}>
                  {w('续期', 'Renew')}
                </Button>
              )}
              {may('restore') && <Button onClick={() => setAct('restore')}>{w('恢复', 'Restore')}</Button>}
              {may('end') && (
                <Button type="text" onClick={() => setAct('end')}>
                  {w('终止', 'End')}
                </Button>
              )}
            </div>
            {may('renew') && early && (
              <p className="quiet small" style={{ margin: '8px 0 0' }}>
                {w(`${e.renewableFrom} 起可以续期。`, `Can be renewed from ${e.renewableFrom}.`)}
                {e.register.validity?.source && said(e.register.validity.source)}
              </p>
            )}
          </Sheet>
        </div>
      </div>
      {act === 'change' && <EntryForm register={e.register} entry={e} onClose={close} onDone={done(w('已更新', 'Changed'))} />}
      {act === 'renew' && <EntryForm register={e.register} entry={e} renew onClose={close} onDone={done(w('已续期', 'Renewed'))} />}
      {act === 'end' && (
        <FormModal<{ on?: Dayjs; because: string }, EntryView>
          title={w(`终止“${e.title}”`, `End “${e.title}”`)}
          ok={w('终止', 'End')}
          danger
          says={w('终止后不再列在名单里，历史保留，随时可以恢复。', 'It leaves the list; its history stays, and it can be restored.')}
          save={(f) =>
            ask('endEntry', { params: { id }, body: { version: e.version, because: f.because, ...(f.on ? { on: f.on.format('YYYY-MM-DD') } : {}) } })
          }
          onClose={close}
          onDone={done(w('已终止', 'Ended'))}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="on" label={w('终止日期（不填即今天）', 'On (today where empty)')}>
            <DatePicker style={{ width: 200 }} />
          </Form.Item>
        </FormModal>
      )}
      {act === 'restore' && (
        <FormModal<{ because: string }, EntryView>
          title={w(`恢复“${e.title}”`, `Restore “${e.title}”`)}
          ok={w('恢复', 'Restore')}
          save={(f) => ask('restoreEntry', { params: { id }, body: { version: e.version, because: f.because } })}
          onClose={close}
          onDone={done(w('已恢复', 'Restored'))}
        >
          <Form.Item name="because" label={w('原因', 'Why')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Say why') }]}>
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
      {act === 'unseal' && (
        <FormModal<{ purpose: string }, { answers: Record<string, unknown> }>
          title={w('查看敏感内容', 'Open sealed content')}
          ok={w('查看', 'Open')}
          says={w('查看会记入审计记录。', 'It is recorded in the audit trail.')}
          save={(f) => ask('openSealedEntry', { params: { id }, body: f })}
          onClose={close}
          onDone={({ answers }) => {
            setOpened(answers)
            setAct(null)
          }}
        >
          <Form.Item name="purpose" label={w('用途', 'Purpose')} rules={[{ required: true, min: 2, message: w('请写明用途', 'Say what for') }]}>
            <Input maxLength={200} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
