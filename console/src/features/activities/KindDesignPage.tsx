import type { KindDesign } from '@gongyou/contract/activities/designs.ts'
import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { FieldsSheet } from './FieldsSheet.tsx'
import { KindBasics } from './KindBasics.tsx'

type Bag = Readonly<Record<string, unknown>>
const isBag = (v: unknown): v is Bag => typeof v === 'object' && v !== null && !Array.isArray(v)

/** A draft as the editor holds it; the server's shape and its faults judge the rest. */
const readDraft = (d: Bag): ActivityKind | undefined =>
  isBag(d.title) &&
  isBag(d.summary) &&
  isBag(d.usual) &&
  [d.form, d.questions].every((f) => isBag(f) && Object.values(f).every((x) => isBag(x) && isBag(x.label)))
    ? (d as unknown as ActivityKind)
    : undefined

const Editor = ({ design, start }: { design: KindDesign; start: ActivityKind }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [kind, setKind] = useState(start)
  const [saved, setSaved] = useState(design)
  const [changed, setChanged] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const change = (next: ActivityKind) => {
    setKind(next)
    setChanged(true)
  }
  const save = useMutation({
    mutationFn: () => ask('saveKindDesign', { params: { id: design.id }, body: { version: saved.version, definition: { ...kind } } }),
    onSuccess: (next) => {
      setSaved(next)
      setChanged(false)
      queries.setQueryData(asking('getKindDesign', { params: { id: design.id } }).queryKey, next)
      message.success(
        next.faults.length > 0
          ? w('已保存，还有几处要改', 'Saved; some things are left to correct')
          : w('已保存，可以发布', 'Saved; it can be published'),
      )
    },
  })
  const drop = useMutation({
    mutationFn: () => ask('dropKindDesign', { params: { id: design.id } }),
    onSuccess: () => go({ to: '/activity-kinds' as string }),
  })
  const faultAt = (path: string) => saved.faults.filter((f) => f.path === path || f.path.startsWith(`${path}.`)).map((f) => say(f.says))[0]
  const general = saved.faults.filter((f) => !/^(form|questions)\./.test(f.path))
  return (
    <>
      <div className="page-head">
        <Link to={'/activity-kinds' as string} className="quiet">
          {w('活动类型', 'Kinds of activity')}
        </Link>
        <span className="quiet">/</span>
        <h1>{kind.title.zh || w('未命名', 'Untitled')}</h1>
        <span className="quiet">{w(`草稿，将成为第 ${saved.revision} 版`, `draft of revision ${saved.revision}`)}</span>
        <span className="spring" />
        <Popconfirm title={w('删除这份草稿？', 'Throw this draft away?')} onConfirm={() => drop.mutate()}>
          <Button type="text">{w('删除草稿', 'Throw away')}</Button>
        </Popconfirm>
        <Button loading={save.isPending} disabled={!changed} onClick={() => save.mutate()}>
          {w('保存', 'Save')}
        </Button>
        <Button type="primary" disabled={changed || saved.faults.length > 0} onClick={() => setPublishing(true)}>
          {w('发布', 'Publish')}
        </Button>
      </div>
      {(save.error ?? drop.error) && <Failure error={save.error ?? drop.error} />}
      <div className="columns">
        <div>
          <FieldsSheet
            title={w('方案要填什么', 'What a plan says')}
            says={w('除名称、时间、地点外，组织者还要填的内容。', 'Beside title, time and place.')}
            form={kind.form}
            onChange={(form) => change({ ...kind, form })}
            faultOf={(name) => faultAt(`form.${name}`)}
          />
          <FieldsSheet
            title={w('报名时问什么', 'What is asked at sign-up')}
            says={w('姓名、手机、所属工会不用问，系统已知道。', 'Name, phone and union are known.')}
            form={kind.questions}
            onChange={(questions) => change({ ...kind, questions })}
            faultOf={(name) => faultAt(`questions.${name}`)}
          />
        </div>
        <div>
          <KindBasics kind={kind} onChange={change} />
          {general.map((f) => (
            <div key={f.path + f.says.zh} className="fault" role="alert">
              {say(f.says)}
            </div>
          ))}
        </div>
      </div>
      {publishing && (
        <FormModal<{ because: string }, { code: string }>
          title={w(`发布“${kind.title.zh}”`, `Publish “${say(kind.title)}”`)}
          ok={w('发布', 'Publish')}
          says={w(
            '发布后各级组织都可以按它新建活动；已有的活动仍按原来的版本。',
            'Every organisation can plan under it; what is planned keeps its revision.',
          )}
          save={(f) => ask('publishKindDesign', { params: { id: design.id }, body: { version: saved.version, because: f.because } })}
          onClose={() => setPublishing(false)}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['listActivityKinds'] })
            void queries.invalidateQueries({ queryKey: ['listKindDesigns'] })
            void go({ to: '/activity-kinds' as string })
          }}
        >
          <Form.Item
            name="because"
            label={w('说明（为什么建、改了什么）', 'Why, and what changed')}
            rules={[{ required: true, min: 2, message: w('请写明', 'Please say') }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}

/** A kind of activity being designed: what a plan says, what is asked at sign-up, how it is run. */
export const KindDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getKindDesign', { params: { id } }), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const start = readDraft(one.data.definition)
  if (!start)
    return <div className="empty">{w('这份草稿不是在这里做的，无法打开，请删除后重新建', 'This draft was not made here and cannot be opened')}</div>
  return <Editor key={id} design={one.data} start={start} />
}
