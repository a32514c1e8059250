import type { Field } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { RegisterDesign } from '@gongyou/contract/registers/designs.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { DesignFrame, strangeDraft } from '../../kit/design/DesignFrame.tsx'
import { useDesign } from '../../kit/design/use-design.ts'
import { Failure } from '../../kit/Failure.tsx'
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
  const state = useDesign<Register, RegisterDesign>({
    design,
    start,
    save: async (version, register) => {
      const next = await ask('saveRegisterDesign', { params: { id: design.id }, body: { version, definition: { ...register } } })
      queries.setQueryData(asking('getRegisterDesign', { params: { id: design.id } }).queryKey, next)
      return next
    },
  })
  const register = state.thing
  const entries = Object.entries(register.form)
  const move = (at: number, by: -1 | 1) => {
    const to = at + by
    if (to < 0 || to >= entries.length) return
    const next = [...entries]
    ;[next[at], next[to]] = [next[to]!, next[at]!]
    state.change(withFields(register, next))
  }
  const general = state.saved.faults.filter((f) => ['key', 'columns', 'form', 'code', ''].includes(f.path))
  return (
    <DesignFrame
      back={{ to: '/registers', name: w('名册台账', 'Registers') }}
      title={said(register.title)}
      state={state}
      drop={() => ask('dropRegisterDesign', { params: { id: design.id } })}
      publish={(version, because) => ask('publishRegisterDesign', { params: { id: design.id }, body: { version, because } })}
      onPublished={({ code }) => {
        void queries.invalidateQueries({ queryKey: ['listRegisters'] })
        void queries.invalidateQueries({ queryKey: ['getRegister'] })
        void go({ to: '/registers/$code' as string, params: { code } as never })
      }}
      says={
        state.saved.revision > 1
          ? w('已有条目保留原来的内容，下次更新时换用新版。', 'Entries keep what they say; the new revision is used from their next change.')
          : w('发布后各级组织就可以录入。', 'After this every organisation can add entries.')
      }
    >
      <div className="columns">
        <Sheet
          title={w('记哪些内容', 'Fields')}
          head={
            <Button
              onClick={() =>
                state.change({
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
              fault={state.faultAt(`form.${name}`)}
              onField={(f) =>
                state.change(
                  withFields(
                    register,
                    entries.map(([n, before]) => [n, n === name ? f : before]),
                  ),
                )
              }
              onMarks={(m) => state.change(marked(register, name, m))}
              onMove={(by) => move(at, by)}
              onDrop={() => state.change(dropped(register, name))}
            />
          ))}
        </Sheet>
        <div>
          <Sheet title={w('基本', 'Basics')}>
            <RegisterBasics register={register} onChange={state.change} faultOf={state.faultAt} />
            {general.map((f) => (
              <div key={f.path + f.says.zh} className="fault" role="alert">
                {said(f.says)}
              </div>
            ))}
          </Sheet>
        </div>
      </div>
    </DesignFrame>
  )
}

/** A register being designed: a plain list of fields, and what the register is. */
export const RegisterDesignPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getRegisterDesign', { params: { id } }), staleTime: Infinity })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const start = readDraft(one.data.definition)
  if (!start) return <div className="empty">{strangeDraft()}</div>
  return <Editor key={id} design={one.data} start={start} />
}
