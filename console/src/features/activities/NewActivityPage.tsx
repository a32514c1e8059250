import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import type { Form as Questions } from '@gongyou/contract/forms/index.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './activities.css'
import { FieldsSheet } from './FieldsSheet.tsx'
import { RulesField } from './RulesField.tsx'
import { type Rule, ruleSent } from './rule-lines.ts'
import { SeatsPart, type SeatsFields, seatsFrom, usualSeats } from './SeatsPart.tsx'
import { type SessionFields, SessionRows, sessionOf } from './SessionRows.tsx'

type Fields = SeatsFields & {
  title: string
  about?: string
  contact?: string
  programme?: string
  orgId: string
  partyMost?: number
  sessions: SessionFields[]
  every?: 'day' | 'week' | 'two-weeks' | 'month'
  times?: number
  whole?: boolean
}

/** What a link that proposes an activity fills in. */
type Proposed = { title?: string; on?: string; programme?: string }

const Plan = ({ kind, proposed }: { kind: ActivityKind; proposed: Proposed }) => {
  const me = useMe()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const every = Form.useWatch('every', form)
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const [rules, setRules] = useState<Rule[]>([])
  const [questions, setQuestions] = useState<Questions>({})
  const filling = useAnswers({ form: Object.fromEntries(Object.entries(kind.form).map(([n, f]) => [n, { ...f, optional: true as const }])) })
  const home = me.posts.find((p) => p.rights.includes('activities.edit'))?.org.id
  const send = useMutation({
    mutationFn: (f: Fields) =>
      ask('createActivity', {
        body: {
          kind: kind.code,
          orgId: f.orgId,
          title: f.title,
          about: f.about ?? '',
          contact: f.contact ?? '',
          programme: f.programme ?? '',
          answers: filling.check() ?? {},
          partyMost: f.partyMost ?? 0,
          whole: f.whole ?? false,
          sessions: f.sessions.map(sessionOf),
          rules: rules.flatMap((r) => ruleSent(r) ?? []),
          questions,
          ...(f.every && f.times ? { repeat: { every: f.every, times: f.times } } : {}),
          seats: seatsFrom(f),
        },
      }),
    onSuccess: (a) => go({ to: '/activities/$id' as string, params: { id: a.id } as never }),
    onError: (error) => filling.refused(error),
  })
  const { on, ...given } = proposed
  const first = on ? { time: [dayjs(`${on}T14:00`), dayjs(`${on}T16:00`)] } : {}
  const needed = (says: string) => [{ required: true, message: says }]
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError
      initialValues={{ ...usualSeats(kind), orgId: home, partyMost: kind.usual.partyMost ?? 0, sessions: [first], times: 4, ...given }}
      onFinish={(f) => {
        if (filling.check()) send.mutate(f)
      }}
    >
      <div className="columns">
        <div>
          <Sheet title={w('办什么', 'What')}>
            <Form.Item name="title" label={w('名称', 'Title')} rules={needed(w('请起个名称', 'Give it a title'))}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="about" label={w('介绍（职工在手机上看到）', 'About (workers read it)')}>
              <Input.TextArea rows={4} maxLength={4000} />
            </Form.Item>
            <FormFields filling={filling} />
          </Sheet>
          <Sheet title={w('时间和地点', 'When and where')}>
            <SessionRows />
            <div className="activity-pair" style={{ marginTop: 16 }}>
              <Form.Item name="every" label={w('第 1 场照样重复', 'Repeat the first session')}>
                <Select
                  allowClear
                  placeholder={w('不重复', 'Do not repeat')}
                  options={[
                    { value: 'day', label: w('每天', 'Daily') },
                    { value: 'week', label: w('每周', 'Weekly') },
                    { value: 'two-weeks', label: w('每两周', 'Every two weeks') },
                    { value: 'month', label: w('每月', 'Monthly') },
                  ]}
                />
              </Form.Item>
              {every && (
                <Form.Item name="times" label={w('共几场', 'How many')}>
                  <InputNumber min={2} max={60} style={{ width: '100%' }} />
                </Form.Item>
              )}
              <Form.Item name="whole" label={w('怎么报名', 'Signing up')}>
                <Select
                  placeholder={w('每场单独报名', 'For each session')}
                  options={[
                    { value: false, label: w('每场单独报名', 'For each session') },
                    { value: true, label: w('一次报名，全程参加', 'Once, for all sessions') },
                  ]}
                />
              </Form.Item>
            </div>
          </Sheet>
        </div>
        <div>
          <Sheet title={w('名额与报名', 'Seats')}>
            <SeatsPart />
            <Form.Item name="partyMost" label={w('每份报名最多带几人（家属、队员）', 'Companions for each sign-up')}>
              <InputNumber min={0} max={30} style={{ width: '100%' }} />
            </Form.Item>
            {kind.counts === 'names' && (
              <Form.Item label={w('谁可以报名（不加为所有职工）', 'Who may sign up (none: every worker)')}>
                <RulesField rules={rules} onChange={setRules} />
              </Form.Item>
            )}
            {(kind.rules ?? []).length > 0 && (
              <p className="quiet">
                {w('本类型的报名条件：', 'Conditions of this kind: ')}
                {kind.rules!.map((r) => say(r.says)).join('；')}
              </p>
            )}
          </Sheet>
          {kind.counts === 'names' && (
            <FieldsSheet
              title={w('报名时另外问', 'Also asked at sign-up')}
              says={w('姓名、手机、所属工会不用问，系统已知道。', 'Name, phone and union are known.')}
              form={questions}
              onChange={setQuestions}
              faultOf={() => undefined}
            />
          )}
          <Sheet title={w('组织者', 'Organiser')}>
            <Form.Item name="orgId" label={w('组织单位', 'Organisation')} rules={needed(w('请选择', 'Choose one'))}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={tree.isLoading}
                options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))}
              />
            </Form.Item>
            <Form.Item name="contact" label={w('咨询电话或联系人', 'Whom to ask')}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="programme" label={w('所属品牌或项目（用于统计，可不填）', 'Programme (for figures, optional)')}>
              <Input maxLength={40} />
            </Form.Item>
          </Sheet>
          {send.isError && (
            <p role="alert" style={{ color: 'var(--red)' }}>
              {wordsOf(send.error)}
            </p>
          )}
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {w('存为草稿', 'Save as a draft')}
          </Button>
          <p className="quiet">
            {kind.approval
              ? w('这类活动存好后报批，同意后自动发布。', 'This kind is approved first, then published.')
              : w('存好后看一遍再发布。', 'Look it over, then publish.')}
          </p>
        </div>
      </div>
    </Form>
  )
}

/** A plan, from the kind of activity to the last session. */
export const NewActivityPage = () => {
  const { kind, ...proposed } = useSearch({ strict: false }) as { kind?: string } & Proposed
  const go = useNavigate()
  const kinds = useQuery(asking('listActivityKinds', {}))
  const templates = useQuery({ ...asking('listActivities', { query: { template: 'true', limit: 12 } as never }), enabled: !kind })
  const one = useQuery({ ...asking('getActivityKind', { params: { code: kind ?? '' } }), enabled: Boolean(kind) })
  return (
    <>
      <div className="page-head">
        <Link to={'/activities' as string} className="quiet">
          {w('活动', 'Activities')}
        </Link>
        <span className="quiet">/</span>
        <h1>{one.data ? w(`新建${one.data.kind.title.zh}`, `New: ${say(one.data.kind.title)}`) : w('新建活动', 'Plan an activity')}</h1>
      </div>
      {kinds.isError && <Failure error={kinds.error} onRetry={() => kinds.refetch()} />}
      {one.isError && <Failure error={one.error} onRetry={() => one.refetch()} />}
      {kind && !one.data && !one.isError && <Skeleton active />}
      {kind && one.data && <Plan key={kind} kind={one.data.kind} proposed={proposed} />}
      {!kind && templates.data && templates.data.rows.length > 0 && (
        <section className="activity-templates">
          <h2>{w('从模板开始', 'From a template')}</h2>
          {templates.data.rows.map((t) => (
            <Link key={t.id} to={'/activities/$id' as string} params={{ id: t.id } as never}>
              {t.title}
            </Link>
          ))}
        </section>
      )}
      {!kind && (
        <div className="activity-kinds">
          {(kinds.data?.kinds ?? [])
            .filter((k) => !k.retired)
            .map((k) => (
              <button
                key={k.code}
                type="button"
                className="activity-kind"
                onClick={() => go({ to: '.', search: { ...proposed, kind: k.code } as never })}
              >
                <strong>{say(k.title)}</strong>
                <span className="quiet">{say(k.summary)}</span>
              </button>
            ))}
        </div>
      )}
    </>
  )
}
