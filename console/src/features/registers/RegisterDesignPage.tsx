import type { Field } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { RegisterDesign } from '@gongyou/contract/registers/designs.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Popconfirm, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { freeName, readDraft } from './draft.ts'
import { FieldRow, type Marks } from './FieldRow.tsx'
import { RegisterBasics } from './RegisterBasics.tsx'
import { said } from './words.tsx'

const withFields = (r: Register, entries: readonly (readonly [string, Field])[]): Register => ({ ...r, form: Object.fromEntries(entries) })

/** A field that is gone leaves no trace in what names fields. */
const dropped = (r: Register, name: string): Register => {
  const key = r.key?.filter((k) => k !== name)
  const { key: _, ...rest } = r
  const next = { ...rest, ...(key && key.length > 0 ? { key } : {}), columns: r.columns.filter((c) => c !== name) }
  return withFields(
    next,
    Object.entries(r.form).filter(([n]) => n !== name),
  )
}
const marked = (r: Register, name: string, marks: Marks): Register => {
  const order = Object.keys(r.form)
  const listed = (names: readonly string[], on: boolean) =>
    [...names.filter((n) => n !== name), ...(on ? [name] : [])].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const key = listed(r.key ?? [], marks.key)
  const { key: _, ...rest } = r
  return { ...rest, columns: listed(r.columns, marks.column), ...(key.length > 0 ? { key } : {}) }
}

const Editor = ({ design, start }: { design: RegisterDesign; start: Register }) => {
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [register, setRegister] = useState(start)
  const [saved, setSaved] = useState(design)
  const [changed, setChanged] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const change = (next: Register) => {
    setRegister(next)
    setChanged(true)
  }
  const save = useMutation({
    mutationFn: () => ask('saveRegisterDesign', { params: { id: design.id }, body: { version: saved.version, definition: { ...register } } }),
    onSuccess: (next) => {
      setSaved(next)
      setChanged(false)
      queries.setQueryData(asking('getRegisterDesign', { params: { id: design.id } }).queryKey, next)
      message.success(
        next.faults.length > 0
          ? w('已保存，还有几处要改', 'Saved; some things are left to correct')
          : w('已保存，可以发布', 'Saved; it can be published'),
      )
    },
  })
  const drop = useMutation({
    mutationFn: () => ask('dropRegisterDesign', { params: { id: design.id } }),
    onSuccess: () => go({ to: '/registers' as string }),
  })
  const faultOf = (path: string) => saved.faults.filter((f) => f.path === path || f.path.startsWith(`${path}.`)).map((f) => said(f.says))[0]
  const entries = Object.entries(register.form)
  const move = (at: number, by: -1 | 1) => {
    const to = at + by
    if (to < 0 || to >= entries.length) return
    const next = [...entries]
    ;[next[at], next[to]] = [next[to]!, next[at]!]
    change(withFields(register, next))
  }
  const general = saved.faults.filter((f) => f.path === 'key' || f.path === 'columns' || f.path === 'form' || f.path === 'code' || f.path === '')
  const ready = !changed && saved.faults.length === 0
  return (
    <>
      <div className="page-head">
        <Link to={'/registers' as string} className="quiet">
          {w('名册台账', 'Registers')}
        </Link>
        <span className="quiet">/</span>
        <h1>{register.title.zh || w('未命名', 'Untitled')}</h1>
        <span className="quiet">{w(`草稿，将成为第 ${saved.revision} 版`, `draft of revision ${saved.revision}`)}</span>
        <span className="spring" />
        <Popconfirm title={w('删除这份草稿？', 'Throw this draft away?')} onConfirm={() => drop.mutate()}>
          <Button type="text">{w('删除草稿', 'Throw away')}</Button>
        </Popconfirm>
        <Button loading={save.isPending} disabled={!changed} onClick={() => save.mutate()}>
          {w('保存', 'Save')}
        </Button>
        <Button type="primary" disabled={!ready} onClick={() => setPublishing(true)}>
          {w('发布', 'Publish')}
        </Button>
      </div>
      {save.isError && <Failure error={save.error} />}
      <div className="columns">
        <Sheet
          title={w('记哪些内容', 'Fields')}
          head={
            <Button
              onClick={() =>
                change({
                  ...register,
                  form: { ...register.form, [freeName(register.form)]: { kind: 'text', max: 100, optional: true, label: { zh: '', en: '' } } },
                })
              }
            >
              {w('加一项', 'Add a field')}
            </Button>
          }
        >
          {entries.map(([name, field], at) => (
            <FieldRow
              key={name}
              field={field}
              marks={{ column: register.columns.includes(name), key: register.key?.includes(name) ?? false }}
              fault={faultOf(`form.${name}`)}
              onField={(f) =>
                change(
                  withFields(
                    register,
                    entries.map(([n, before]) => [n, n === name ? f : before]),
                  ),
                )
              }
              onMarks={(m) => change(marked(register, name, m))}
              onMove={(by) => move(at, by)}
              onDrop={() => change(dropped(register, name))}
            />
          ))}
        </Sheet>
        <div>
          <Sheet title={w('基本', 'Basics')}>
            <RegisterBasics register={register} onChange={change} faultOf={faultOf} />
            {general.map((f) => (
              <div key={f.path + f.says.zh} className="fault" role="alert">
                {said(f.says)}
              </div>
            ))}
          </Sheet>
        </div>
      </div>
      {publishing && (
        <FormModal<{ because: string }, { code: string }>
          title={w(`发布“${register.title.zh}”`, `Publish “${said(register.title)}”`)}
          ok={w('发布', 'Publish')}
          says={
            saved.revision > 1
              ? w('已有条目保留原来的内容，下次更新时换用新版。', 'Entries keep what they say; the new revision is used from their next change.')
              : w('发布后各级组织就可以录入。', 'After this every organisation can add entries.')
          }
          save={(f) => ask('publishRegisterDesign', { params: { id: design.id }, body: { version: saved.version, because: f.because } })}
          onClose={() => setPublishing(false)}
          onDone={({ code }) => {
            void queries.invalidateQueries({ queryKey: ['listRegisters'] })
            void queries.invalidateQueries({ queryKey: ['getRegister'] })
            void go({ to: '/registers/$code' as string, params: { code } as never })
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
      {drop.isError && <p role="alert">{wordsOf(drop.error)}</p>}
    </>
  )
}

/** A register being designed: a plain list of fields, and what the register is. */
export const RegisterDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getRegisterDesign', { params: { id } }), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const start = readDraft(one.data.definition)
  if (!start)
    return <div className="empty">{w('这份草稿不是在这里做的，无法打开，请删除后重新建', 'This draft was not made here and cannot be opened')}</div>
  return <Editor key={id} design={one.data} start={start} />
}
