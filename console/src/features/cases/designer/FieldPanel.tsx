import type { Service } from '@gongyou/contract/cases/service.ts'
import { type Field, type SourceName, sourceNames, sources } from '@gongyou/contract/forms/index.ts'
import { kindNames } from '@gongyou/contract/forms/names.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { askedOften } from './asks-codes.ts'
import { ConditionField } from './ConditionField.tsx'
import { patched, put } from './draft.ts'
import { askAt, askedAt, dropField } from './edits.ts'
import { PickMany, PickMaybe, Pick, Say, SayMaybe, Tick, shown } from './fields.tsx'
import { type Edit, SidePanel } from './SidePanel.tsx'
import { KindProps } from './KindProps.tsx'

type Props = { service: Service; name: string; edit: Edit; onClose: () => void }

/** Facts of the registry that fit into a field of this kind. */
const fitting: Partial<Record<Field['kind'], readonly SourceName[]>> = {
  text: ['person.name', 'person.mobile'],
  number: ['person.age', 'person.memberMonths'],
  date: ['person.birthOn'],
  organisation: ['person.union'],
  employer: ['person.employer'],
}

/** What a field asks for, by the codes in use: of this form, of the forms on offer, and the usual ones. */
const useAsked = (service: Service) => {
  const list = useQuery({ ...asking('listDesigns', {}), staleTime: 300_000 })
  const own = Object.values(service.form).flatMap((f) => (f.asks ? [[f.asks, shown(f.label)] as const] : []))
  const usual = Object.entries(askedOften).map(([code, label]) => [code, say(label)] as const)
  const all = new Map([...usual, ...own, ...(list.data?.asked ?? []).map((a) => [a.asks, shown(a.label)] as const)])
  return [...all].map(([value, label]) => ({ value, label }))
}

/** Everything about one field. */
export const FieldPanel = ({ service, name, edit, onClose }: Props) => {
  const asked = useAsked(service)
  const field = service.form[name]!
  const set = (f: Field, typing?: string) => edit((s) => put(s, 'form', name, f), typing ? `${name}-${typing}` : '')
  const { start, steps } = askedAt(service, name)
  const before = Object.keys(service.form).slice(0, Object.keys(service.form).indexOf(name))
  const from = fitting[field.kind] ?? []
  // Another form asks for the same under this name: offered, so that nobody is asked twice.
  const same = field.asks || field.from ? undefined : asked.find((a) => a.label === shown(field.label))
  return (
    <SidePanel
      title={say(kindNames[field.kind])}
      onClose={onClose}
      drop={{
        name: w('删除这一项', 'Delete this field'),
        onDrop: () => {
          onClose()
          edit((x) => dropField(x, name))
        },
      }}
    >
      <Say key={name} focus name={w('名称', 'Label')} text={field.label} onChange={(label) => set({ ...field, label }, 'label')} />
      <SayMaybe
        name={w('填写提示', 'Hint')}
        text={field.hint}
        max={200}
        placeholder={w('可不填', 'May be left out')}
        onChange={(hint) => set(patched(field, { hint }), 'hint')}
      />
      <KindProps field={field} onChange={set} />
      <Tick name={w('必填', 'Needed')} checked={!field.optional} onChange={(v) => set(patched(field, { optional: v ? undefined : true }))} />
      <Tick
        name={w('申请时填', 'Filled in with the application')}
        checked={start}
        onChange={(v) => edit((s) => askAt(s, name, v, askedAt(s, name).steps))}
      />
      {Object.keys(service.actions).length > 0 && (
        <PickMany
          name={w('也在这些步骤填', 'Also filled in with these steps')}
          placeholder={w('无', 'None')}
          values={[...steps]}
          options={Object.entries(service.actions).map(([value, a]) => ({ value, label: shown(a.name) }))}
          onChange={(v) => edit((s) => askAt(s, name, askedAt(s, name).start, v))}
        />
      )}
      <ConditionField
        name={w('什么情况下才问', 'Asked only where')}
        hint={w('不加条件就总是问；只能用排在前面的项', 'Always asked without a condition; only fields before it can be used')}
        form={service.form}
        names={before}
        condition={field.when}
        onChange={(when) => set(patched(field, { when: when }))}
      />
      <SayMaybe
        name={w('从这一项起另起一节', 'Begins a section')}
        hint={w('填节标题；手机上从这里翻到下一屏', 'Its heading; on a phone the next screen begins here')}
        text={field.section}
        max={20}
        placeholder={w('不分节', 'None')}
        onChange={(section) => set(patched(field, { section }), 'section')}
      />
      {from.length > 0 && (
        <PickMaybe
          name={w('自动带出', 'Filled in from the registry')}
          hint={w('名册里已有的，不再让职工填写', 'What the registry knows is offered, not asked')}
          placeholder={w('不带出', 'No')}
          value={field.from}
          options={sourceNames.filter((n) => from.includes(n)).map((value) => ({ value, label: say(sources[value]) }))}
          onChange={(v) => set(patched(field, { from: v }))}
        />
      )}
      {same && (
        <p className="small">
          {w(`别的事项也问“${same.label}”。`, `Other services ask for “${same.label}” too.`)}
          <Button type="link" size="small" onClick={() => set({ ...field, asks: same.value })}>
            {w('沿用，不重复问', 'Ask only once')}
          </Button>
        </p>
      )}
      {field.kind !== 'consent' && field.kind !== 'signature' && field.kind !== 'files' && (
        <PickMaybe
          name={w('沿用上次填写', 'Remembered from last time')}
          hint={w('选同一个内容，职工在别的事项填过就不用再填', 'Told once in any service, it is not asked again')}
          placeholder={w('不沿用', 'No')}
          value={field.asks}
          options={asked}
          onChange={(v) => set(patched(field, { asks: v }))}
        />
      )}
      <Pick
        name={w('敏感程度', 'Secrecy')}
        value={field.secrecy ?? 'P2'}
        options={[
          { value: 'P1', label: w('一般', 'Ordinary') },
          { value: 'P2', label: w('个人信息（列表中遮盖）', 'Personal (masked in lists)') },
          { value: 'P3', label: w('敏感（加密，查看留痕）', 'Sensitive (sealed, opening is recorded)') },
        ]}
        onChange={(v) => set(patched(field, { secrecy: v === 'P2' ? undefined : v }))}
      />
    </SidePanel>
  )
}
