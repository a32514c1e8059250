import { fittingFields, ownerKind, proposedFields } from '@gongyou/contract/cases/keeps.ts'
import type { Keep, Service } from '@gongyou/contract/cases/service.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { type Patch, patched, without } from './draft.ts'
import { Pick, PickMaybe, Prop, shown } from './fields.tsx'

type Props = { service: Service; keep: Keep | undefined; onChange: (keep: Keep | undefined) => void }

/** Which answer fills which field of the register; only answers that fit are offered. */
const Pairs = ({ service: s, register, keep, onChange }: Props & { register: Register; keep: Keep }) => (
  <Prop name={w('名册各项取自', 'Fields of the register, from')}>
    <div className="keep-pairs">
      {Object.entries(register.form).map(([to, field]) => (
        <div key={to} className="keep-pair">
          <span>
            {say(field.label)}
            {!field.optional && !field.when && keep.as === 'enter' && <span className="danger"> *</span>}
          </span>
          <Select<string>
            aria-label={w(`名册“${field.label.zh}”取自`, `${field.label.en}, from`)}
            size="small"
            allowClear
            placeholder={w('不填', 'Nothing')}
            value={keep.fields[to] ?? null}
            options={fittingFields(s.form, register, to).map((value) => ({ value, label: shown(s.form[value]!.label) }))}
            onChange={(from: string | undefined) => onChange({ ...keep, fields: from ? { ...keep.fields, [to]: from } : without(keep.fields, to) })}
          />
        </div>
      ))}
    </div>
  </Prop>
)

const OwnerPick = ({ service: s, register, keep, onChange }: Props & { register: Register; keep: Keep }) => {
  const kind = ownerKind[register.owner]
  if (!kind) return null
  const options = Object.entries(s.form).flatMap(([value, f]) => (f.kind === kind ? [{ value, label: shown(f.label) }] : []))
  const name = w('条目属于', 'It belongs to')
  const set = (owner: string | undefined) => onChange(patched(keep, { owner } satisfies Patch<Keep>))
  return kind === 'employer' ? (
    <Pick
      name={name}
      value={keep.owner}
      options={options}
      onChange={set}
      hint={options.length === 0 && w('请先在表单里加一项“用人单位”', 'Add an employer to the form first')}
    />
  ) : (
    <PickMaybe
      name={name}
      value={keep.owner}
      placeholder={kind === 'person' ? w('申请人本人', 'The applicant') : w('申请的工会', 'The union that applied')}
      options={options}
      onChange={set}
    />
  )
}

/** What a step writes into a register, chosen by an officer. */
export const KeepField = (props: Props) => {
  const { service, keep, onChange } = props
  const registers = useQuery({ ...asking('listRegisters', {}), staleTime: 300_000 }).data?.registers ?? []
  const client = useQueryClient()
  const oneRegister = (code: string) => ({ ...asking('getRegister', { params: { code } }), staleTime: 300_000 })
  const register = useQuery({ ...oneRegister(keep?.register ?? ''), enabled: Boolean(keep) }).data?.register
  // Fields of the same name go together at once; the officer only fills the gaps.
  const choose = async (code: string | undefined) => {
    if (!code) return onChange(undefined)
    const { register: known } = await client.ensureQueryData(oneRegister(code))
    onChange({ register: code, as: 'enter', fields: proposedFields(service.form, known) })
  }
  return (
    <>
      <PickMaybe
        name={w('记入名册', 'Enters a register')}
        placeholder={w('不记', 'None')}
        hint={w('这一步办成时，同时登记、续期或注销名册里的一条', 'With this step an entry is made, renewed or ended')}
        value={keep?.register}
        options={registers.flatMap((r) => (r.retired ? [] : [{ value: r.code, label: say(r.title) }]))}
        onChange={(code) => void choose(code)}
      />
      {keep && register && (
        <>
          <Prop name={w('怎么记', 'How')}>
            <Segmented<Keep['as']>
              value={keep.as}
              options={[
                { value: 'enter', label: w('登记或更新', 'Enter or change') },
                { value: 'renew', label: w('续期', 'Renew'), disabled: !register.validity || !register.key },
                { value: 'end', label: w('注销', 'End'), disabled: !register.key },
              ]}
              onChange={(as) => onChange({ ...keep, as })}
            />
          </Prop>
          <OwnerPick {...props} keep={keep} register={register} />
          <Pairs {...props} keep={keep} register={register} />
        </>
      )}
    </>
  )
}
