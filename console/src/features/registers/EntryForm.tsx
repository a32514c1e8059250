import type { Answers } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { EntryView } from '@gongyou/contract/registers/shapes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode, useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { OwnerField } from './OwnerField.tsx'
import { said } from './words.tsx'

type Props = {
  register: Register
  /** The entry to change or renew; a new one where absent. */
  entry?: EntryView
  renew?: boolean
  onClose: () => void
  onDone: (entry: EntryView) => void
}

/** What lies sealed is not sent to the screen: left empty it stays as it is. */
const formFor = (register: Register, entry: EntryView | undefined) =>
  Object.fromEntries(
    Object.entries(register.form).map(([name, f]) => [
      name,
      entry?.sealed.includes(name)
        ? { ...f, optional: true as const, hint: { zh: '已加密保存；不改就留空', en: 'Kept sealed; leave empty to keep it' } }
        : f,
    ]),
  )

const patchOf = (before: Answers, after: Answers, sealed: readonly string[]) =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
      if (sealed.includes(name) && after[name] === undefined) return []
      return JSON.stringify(before[name] ?? null) === JSON.stringify(after[name] ?? null) ? [] : [[name, after[name] ?? null]]
    }),
  )

const Labelled = ({ label, id, children }: { label: string; id: string; children: ReactNode }) => (
  <div className="register-field">
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
)

/** One entry filled in: new, corrected, or renewed. */
export const EntryForm = ({ register, entry, renew = false, onClose, onDone }: Props) => {
  const me = useMe()
  const filling = useAnswers({ form: formFor(register, entry), start: entry?.answers ?? {} })
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const home = me.posts.find((p) => p.rights.includes('registers.edit'))?.org.id
  const [orgId, setOrg] = useState<string | undefined>(entry?.org.id ?? home)
  const [owner, setOwner] = useState<string>()
  const [to, setTo] = useState<string>()
  const [because, setBecause] = useState('')
  const asksEnd = register.validity === undefined ? entry === undefined : !('to' in register.validity)
  const send = useMutation({
    mutationFn: (answers: Answers): Promise<EntryView> => {
      const days = to ? { to } : {}
      const patch = patchOf(entry?.answers ?? {}, answers, entry?.sealed ?? [])
      if (entry && renew) return ask('renewEntry', { params: { id: entry.id }, body: { version: entry.version, answers: patch, ...days, because } })
      if (entry)
        return ask('changeEntry', {
          params: { id: entry.id },
          body: { version: entry.version, answers: patch, ...(orgId && orgId !== entry.org.id ? { orgId } : {}), ...days, because },
        })
      const owned = owner ? (register.owner === 'person' ? { personId: owner } : { employerId: owner }) : {}
      return ask('addEntry', { params: { code: register.code }, body: { orgId: orgId ?? '', answers, ...owned, ...days, because } })
    },
    onSuccess: onDone,
    onError: (error) => filling.refused(error),
  })
  const save = () => {
    const answers = filling.check()
    if (answers) send.mutate(answers)
  }
  const title = renew ? w('续期', 'Renew') : entry ? w('更新', 'Change') : w('新增', 'Add')
  const shownFaults = filling.faults.length
  return (
    <Drawer
      open
      size={560}
      title={`${title} · ${entry ? entry.title : said(register.title)}`}
      onClose={onClose}
      mask={{ closable: false }}
      footer={
        <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <span role="alert" style={{ flex: 1, color: 'var(--red)' }}>
            {shownFaults > 0 ? w(`有 ${shownFaults} 处需要修改`, `${shownFaults} things to correct`) : send.isError ? wordsOf(send.error) : ''}
          </span>
          <Button onClick={onClose}>{w('取消', 'Cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={save}>
            {renew ? w('续期', 'Renew') : w('保存', 'Save')}
          </Button>
        </div>
      }
    >
      {renew && entry && (
        <p className="quiet" style={{ marginTop: 0 }}>
          {w(
            `现有效期至 ${entry.validTo}。${register.validity && 'to' in register.validity ? '改好起止日期即可，其他内容有变也一并改。' : '不填截止日期就按名册规定的月数顺延。'}`,
            `Valid until ${entry.validTo}. ${register.validity && 'to' in register.validity ? 'Set the new dates, and whatever else changes.' : 'Without a last day it goes on for the months of the register.'}`,
          )}
          {register.validity?.source && <> {said(register.validity.source)}</>}
        </p>
      )}
      {!renew && (
        <Labelled id="entry-org" label={register.owner === 'organisation' ? w('所属工会', 'Union') : w('管理组织', 'Kept by')}>
          <Select
            id="entry-org"
            showSearch={{ optionFilterProp: 'label' }}
            loading={tree.isLoading}
            value={orgId ?? null}
            options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))}
            onChange={setOrg}
          />
        </Labelled>
      )}
      {!entry && (register.owner === 'person' || register.owner === 'employer') && <OwnerField owner={register.owner} onChange={setOwner} />}
      <FormFields filling={filling} />
      {asksEnd && (
        <Labelled id="entry-to" label={renew ? w('新的截止日期', 'New last day') : w('有效期至（可不填）', 'Valid until (optional)')}>
          <DatePicker id="entry-to" style={{ width: 200 }} value={to ? dayjs(to) : null} onChange={(d) => setTo(d?.format('YYYY-MM-DD'))} />
        </Labelled>
      )}
      {entry && (
        <Labelled id="entry-because" label={w('变更说明（记入历史，可不填）', 'Why (kept in the history, optional)')}>
          <Input id="entry-because" maxLength={300} value={because} onChange={(e) => setBecause(e.target.value)} />
        </Labelled>
      )}
    </Drawer>
  )
}
