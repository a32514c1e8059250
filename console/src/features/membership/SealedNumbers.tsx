import type { PersonPage as Person } from '@gongyou/contract/membership/persons.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { purposeName } from '../../kit/words.ts'

/** ID number and phone in full: asked for a purpose, written down, shown until the page is left. */
export const SealedNumbers = ({ person }: { person: Person }) => {
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState<'handling' | 'identity-check' | 'contact' | 'correction'>('handling')
  const queries = useQueryClient()
  const show = useMutation({
    mutationFn: () => ask('openSealed', { params: { id: person.id }, body: { purpose } }),
    onSuccess: () => {
      setOpen(false)
      void queries.invalidateQueries({ queryKey: ['getPerson'] })
    },
  })
  const may = useMay()
  return (
    <>
      <dt>{w('证件号码', 'ID number')}</dt>
      <dd>
        {show.data
          ? (show.data.idNumber ?? w('未登记', 'Not recorded'))
          : person.idLast4
            ? `**************${person.idLast4}`
            : w('未登记', 'Not recorded')}
      </dd>
      <dt>{w('手机', 'Phone')}</dt>
      <dd>
        {show.data?.mobile ?? person.mobile ?? '—'}{' '}
        {!show.data && may('people.unmask') && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {w('查看完整号码', 'Show in full')}
          </Button>
        )}
      </dd>
      <Modal
        open={open}
        title={w('查看完整证件号码和手机号', 'See ID number and phone in full')}
        okText={w('查看并留痕', 'Show and record')}
        onOk={() => show.mutate()}
        confirmLoading={show.isPending}
        onCancel={() => setOpen(false)}
      >
        <p>{w('本人能在手机上看到谁、何时、为什么查看了。请选用途：', 'The person can see who looked, when and why. Purpose:')}</p>
        <Select
          style={{ width: '100%' }}
          value={purpose}
          onChange={setPurpose}
          options={(['handling', 'identity-check', 'contact', 'correction'] as const).map((p) => ({ value: p, label: purposeName(p) }))}
        />
        {show.isError && (
          <p role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(show.error)}
          </p>
        )}
      </Modal>
    </>
  )
}
