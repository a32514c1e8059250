import { type Field, type Form, closedFields } from '../forms/index.ts'
import { type Text, t } from '../kit/text.ts'
import type { Owner, Register } from '../registers/register.ts'
import type { ServiceFault } from './faults-of.ts'
import type { Keep, Service } from './service.ts'

type Side = { readonly form: Form; readonly name: string; readonly secrecy?: 'P1' | 'P2' | undefined }

const classOf = ({ form, name, secrecy }: Side) => (closedFields(form).includes(name) ? 3 : (form[name]!.secrecy ?? secrecy) === 'P2' ? 2 : 1)

const optionsOf = (f: Field) => ('options' in f ? f.options.map((o) => o.code) : [])

/** Why an answer of the case cannot stand in a field of the register; undefined where it can. */
export const misfitOf = (from: Side, to: Side): Text | undefined => {
  const [a, b] = [from.form[from.name]!, to.form[to.name]!]
  if (a.kind !== b.kind) return t('两边的字段类型不同', 'The two fields are of different kinds')
  if (b.kind === 'text' && a.kind === 'text' && b.form && b.form !== a.form)
    return t('名册这一项有固定格式，表单那一项没有', 'The register asks for a form which this field does not have')
  if (a.kind === 'entry' && b.kind === 'entry' && a.register !== b.register) return t('两边不是同一个名册', 'They choose from different registers')
  const known = optionsOf(b)
  if (optionsOf(a).some((code) => !known.includes(code))) return t('名册里没有表单的某个选项', 'The register lacks one of the options')
  if (classOf(from) > classOf(to)) return t('敏感内容不能写进不保密的一栏', 'What is kept secret here would lie open there')
  return undefined
}

const asked = (f: Field) => !f.optional && !f.when

/** The kind of field that can say whom an entry belongs to; a register of nothing's own needs none. */
export const ownerKind: Readonly<Record<Owner, Field['kind'] | null>> = {
  person: 'person',
  organisation: 'organisation',
  employer: 'employer',
  none: null,
}

/** Fields of a register that must be known to find or to write an entry. */
const neededOf = (register: Register, as: Keep['as']): readonly string[] =>
  as === 'enter'
    ? Object.keys(register.form).filter((name) => asked(register.form[name]!))
    : (register.key ?? []).filter((name) => name !== 'owner' && asked(register.form[name]!))

const ownerFault = ({ form }: Service, register: Register, { owner }: Keep): Text | undefined => {
  const kind = ownerKind[register.owner]
  if (owner && form[owner]?.kind !== kind) return t('这一项不能说明名册条目属于谁', 'This field cannot say whom an entry belongs to')
  if (kind === 'employer' && !owner) return t('请选表单里写明用人单位的一项', 'Choose the field that names the employer')
  return undefined
}

const faultsOfKeep = (s: Service, path: string, keep: Keep, register: Register | undefined): ServiceFault[] => {
  if (!register) return [{ path, says: t(`没有“${keep.register}”这个名册`, `There is no register “${keep.register}”`) }]
  if (keep.as !== 'enter' && !register.key)
    return [{ path, says: t('这个名册没有唯一性规定，找不到要改的条目', 'Without a key the standing entry cannot be found') }]
  const owner = ownerFault(s, register, keep)
  const missing = neededOf(register, keep.as).filter((name) => !Object.hasOwn(keep.fields, name))
  return [
    ...(owner ? [{ path, says: owner }] : []),
    ...missing.map((name) => ({
      path,
      says: t(
        `名册必填的“${register.form[name]!.label.zh}”没有对应的字段`,
        `No field fills “${register.form[name]!.label.en}”, which the register needs`,
      ),
    })),
    ...Object.entries(keep.fields).flatMap(([to, from]) => {
      if (!Object.hasOwn(register.form, to)) return [{ path, says: t(`名册里没有“${to}”这一项`, `The register has no field “${to}”`) }]
      const misfit = misfitOf({ form: s.form, name: from }, { form: register.form, name: to, secrecy: register.secrecy })
      const label = register.form[to]!.label
      return misfit ? [{ path, says: t(`“${label.zh}”：${misfit.zh}`, `“${label.en}”: ${misfit.en}`) }] : []
    }),
  ]
}

/** A form may only let people choose from registers that are open to everyone. */
const choiceFaults = (s: Service, registers: readonly Register[]): ServiceFault[] =>
  Object.entries(s.form).flatMap(([name, f]) =>
    f.kind === 'entry' && !registers.some((r) => r.code === f.register && r.open)
      ? [{ path: `form.${name}.register`, says: t('没有这个名册，或它不开放选用', 'There is no such register, or it is not open to choose from') }]
      : [],
  )

/** What is wrong with what a service writes into registers and lets people choose from them. The service itself has been found sound before (`faultsOf`). */
export const registerFaultsOf = (s: Service, registers: readonly Register[]): ServiceFault[] => [
  ...choiceFaults(s, registers),
  ...Object.entries(s.actions).flatMap(([name, a]) =>
    a.keeps
      ? faultsOfKeep(
          s,
          `actions.${name}.keeps`,
          a.keeps,
          registers.find((r) => r.code === a.keeps!.register),
        )
      : [],
  ),
]

/** Fields of the form whose answers can stand in a field of the register, the likeliest first: of the same name, of the same label. */
export const fittingFields = (form: Form, register: Register, to: string): readonly string[] => {
  const target = register.form[to]!
  const alike = (name: string) => (name === to ? 0 : form[name]!.label.zh === target.label.zh ? 1 : 2)
  return Object.keys(form)
    .filter((name) => !misfitOf({ form, name }, { form: register.form, name: to, secrecy: register.secrecy }))
    .toSorted((a, b) => alike(a) - alike(b))
}

/** A first proposal: fields of one name or one label go together. */
export const proposedFields = (form: Form, register: Register): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(register.form).flatMap((to) => {
      const [first] = fittingFields(form, register, to)
      return first && (first === to || form[first]!.label.zh === register.form[to]!.label.zh) ? [[to, first] as const] : []
    }),
  )
