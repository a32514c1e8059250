import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import { holdsFor, isAnswered } from '@gongyou/contract/forms/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, DatePicker, Form, Input, Select, Skeleton, Tabs } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Answers } from '../../kit/form/Answers.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'
import { EditPlan } from './EditPlan.tsx'
import { MatchCounts } from './MatchCounts.tsx'
import { Seats } from './Seats.tsx'
import { Sessions } from './Sessions.tsx'
import { SignUpTerms } from './SignUpTerms.tsx'
import { SignUps } from './SignUps.tsx'
import { StageWord, seatsOf } from './words.tsx'

type Act = 'edit' | 'cancel' | 'clone'
type Cloning = { on: Dayjs; as: 'again' | 'series' | 'template' }

const Head = ({ a, done }: { a: ActivityView; done: (next: ActivityView) => void }) => {
  const go = useNavigate()
  const { message } = App.useApp()
  const [act, setAct] = useState<Act>()
  const may = (what: ActivityView['may'][number]) => a.may.includes(what)
  const at = { params: { id: a.id }, body: { version: a.version } }
  const publish = useMutation({
    mutationFn: () => ask('publishActivity', at),
    onSuccess: (n) => (done(n), message.success(w('已发布，职工可以看到了', 'Published'))),
  })
  const submit = useMutation({
    mutationFn: () => ask('submitActivity', at),
    onSuccess: (n) => (done(n), message.success(w('已报批', 'Sent for approval'))),
  })
  const archive = useMutation({ mutationFn: () => ask('archiveActivity', at), onSuccess: done })
  const error = publish.error ?? submit.error ?? archive.error
  return (
    <>
      <div className="page-head">
        <Link to={'/activities' as string} className="quiet">
          {w('活动', 'Activities')}
        </Link>
        <span className="quiet">/</span>
        <h1>{a.title}</h1>
        <StageWord stage={a.stage} />
        <span className="spring" />
        {may('cancel') && (
          <Button type="text" onClick={() => setAct('cancel')}>
            {w('取消活动', 'Cancel')}
          </Button>
        )}
        {may('clone') && <Button onClick={() => setAct('clone')}>{w('再办一次', 'Plan again')}</Button>}
        {may('archive') && (
          <Button loading={archive.isPending} onClick={() => archive.mutate()}>
            {w('归档', 'Archive')}
          </Button>
        )}
        {may('change') && <Button onClick={() => setAct('edit')}>{w('修改', 'Change')}</Button>}
        {may('submit') && (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
            {w('报批', 'Ask for approval')}
          </Button>
        )}
        {may('publish') && (
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
            {w('发布', 'Publish')}
          </Button>
        )}
      </div>
      {error && <Failure error={error} />}
      {act === 'edit' && <EditPlan a={a} onClose={() => setAct(undefined)} onDone={(n) => (done(n), setAct(undefined))} />}
      {act === 'cancel' && (
        <FormModal<{ because: string }, ActivityView>
          title={w(`取消“${a.title}”`, `Cancel “${a.title}”`)}
          ok={w('取消活动', 'Cancel the activity')}
          danger
          says={w('已报名的人都会收到通知，报名一并取消。', 'Everybody who signed up is told; the sign-ups end.')}
          save={(f) => ask('cancelActivity', { params: { id: a.id }, body: { version: a.version, because: f.because } })}
          onClose={() => setAct(undefined)}
          onDone={(n) => (done(n), setAct(undefined))}
        >
          <Form.Item
            name="because"
            label={w('原因（通知里会写）', 'Why (told to everybody)')}
            rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
      {act === 'clone' && (
        <FormModal<Cloning, ActivityView>
          title={w('照此再办', 'Plan the same again')}
          ok={w('生成草稿', 'Make a draft')}
          says={w(
            '方案、地点、名额照旧，各场次保持原来的间隔；报名和签到不带过去。',
            'Plan, places, seats and distances stay; nothing of who came is taken along.',
          )}
          initial={{ as: 'again' }}
          save={(f) =>
            ask('cloneActivity', {
              params: { id: a.id },
              body: { on: f.on.format('YYYY-MM-DD'), series: f.as === 'series', template: f.as === 'template' },
            })
          }
          onClose={() => setAct(undefined)}
          onDone={(n) => go({ to: '/activities/$id' as string, params: { id: n.id } as never })}
        >
          <Form.Item
            name="on"
            label={w('第一场在哪天', 'Day of the first session')}
            rules={[{ required: true, message: w('请选日期', 'Choose a day') }]}
          >
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="as" label={w('作为', 'As')}>
            <Select
              options={[
                { value: 'again', label: w('另一个活动', 'Another activity') },
                { value: 'series', label: w('同一系列的下一期', 'The next of a series') },
                { value: 'template', label: w('模板', 'A template') },
              ]}
            />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}

/** What a draft still lacks, before it is refused for it. */
const Missing = ({ a }: { a: ActivityView }) => {
  const names = Object.entries(a.definition.form).flatMap(([name, f]) =>
    !f.optional && !isAnswered(a.answers[name]) && (!f.when || holdsFor(f.when, a.answers)) ? [say(f.label)] : [],
  )
  return names.length === 0 ? null : (
    <p role="note" style={{ color: 'var(--soon)' }}>
      {w(`发布前还要填：${names.join('、')}。点“修改”补上。`, `To be filled in before it is published: ${names.join(', ')}.`)}
    </p>
  )
}

const Overview = ({ a, done }: { a: ActivityView; done: (next: ActivityView) => void }) => (
  <div className="columns side-first">
    <div>
      <Sheet title={w('方案', 'Plan')}>
        {a.because && (
          <p role="note" style={{ color: 'var(--soon)' }}>
            {a.because}
          </p>
        )}
        {a.about && <p style={{ whiteSpace: 'pre-line' }}>{a.about}</p>}
        {a.stage === 'draft' && <Missing a={a} />}
        <Answers form={a.definition.form} answers={a.answers} sealed={[]} onSealed={undefined} />
      </Sheet>
      <Seats a={a} done={done} />
      <SignUpTerms a={a} done={done} />
    </div>
    <div>
      <Sheet title={w('概况', 'In short')}>
        <dl className="pairs">
          <dt>{w('类型', 'Kind')}</dt>
          <dd>{say(a.kind.title)}</dd>
          <dt>{w('组织者', 'Organiser')}</dt>
          <dd>{a.org.name}</dd>
          <dt>{w('报名 / 名额', 'Taken / seats')}</dt>
          <dd>{seatsOf(a)}</dd>
          <dt>{w('咨询', 'Contact')}</dt>
          <dd>{a.contact || '—'}</dd>
          {a.seriesId && (
            <>
              <dt>{w('系列', 'Series')}</dt>
              <dd>
                <Link to={'/activities' as string} search={{ series: a.seriesId } as never}>
                  {w('同系列的各期', 'All of this series')}
                </Link>
              </dd>
            </>
          )}
          {a.programme && (
            <>
              <dt>{w('品牌或项目', 'Programme')}</dt>
              <dd>{a.programme}</dd>
            </>
          )}
          {a.asked && (
            <>
              <dt>{w('来自点单', 'Ordered by')}</dt>
              <dd>
                <Link to={'/cases/$id' as string} params={{ id: a.asked.id } as never}>
                  {a.asked.title}
                </Link>{' '}
                <span className="quiet">{a.asked.number}</span>
              </dd>
            </>
          )}
          {a.definition.match && a.stage !== 'draft' && a.stage !== 'submitted' && <MatchCounts id={a.id} />}
          {a.caseId && (
            <>
              <dt>{w('审批', 'Approval')}</dt>
              <dd>
                <Link to={'/cases/$id' as string} params={{ id: a.caseId } as never}>
                  {w('活动方案审批', 'The case')}
                </Link>
              </dd>
            </>
          )}
          {a.stage !== 'draft' && a.stage !== 'submitted' && (
            <>
              <dt>{w('手机页面', 'Phone page')}</dt>
              <dd>
                <a href={`/m/activities/${a.id}`} target="_blank" rel="noreferrer">
                  {w('打开', 'Open')}
                </a>
              </dd>
            </>
          )}
        </dl>
      </Sheet>
    </div>
  </div>
)

/** One activity: its plan, its seats, its sessions, who has signed up, who was there. */
export const ActivityPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const asked = asking('getActivity', { params: { id } })
  const one = useQuery(asked)
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const a = one.data
  const done = (next: ActivityView) => {
    queries.setQueryData(asked.queryKey, next)
    void queries.invalidateQueries({ queryKey: ['listActivities'] })
    void queries.invalidateQueries({ queryKey: ['listSignUps'] })
    void queries.invalidateQueries({ queryKey: ['getSessionSheet'] })
  }
  return (
    <>
      <Head a={a} done={done} />
      <Tabs
        defaultActiveKey={a.stage === 'running' ? 'sessions' : 'overview'}
        items={[
          { key: 'overview', label: w('概况', 'Overview'), children: <Overview a={a} done={done} /> },
          { key: 'sessions', label: w(`场次 ${a.sessionList.length}`, `Sessions ${a.sessionList.length}`), children: <Sessions a={a} done={done} /> },
          { key: 'sign-ups', label: w(`报名 ${a.taken}`, `Sign-ups ${a.taken}`), children: <SignUps a={a} done={() => void one.refetch()} /> },
        ]}
      />
    </>
  )
}
