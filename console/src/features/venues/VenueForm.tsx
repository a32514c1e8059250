import type { Answers } from '@gongyou/contract/forms/index.ts'
import { venueForm } from '@gongyou/contract/venues/form.ts'
import type { Venue } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Drawer, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

type Props = { venue?: Venue; onClose: () => void; onDone: (venue: Venue) => void }

/** A venue filled in: one that stands already, or corrected. New ones are applied for. */
export const VenueForm = ({ venue, onClose, onDone }: Props) => {
  const me = useMe()
  const filling = useAnswers({ form: venueForm, start: venue?.answers ?? { opens: 'weekly' } })
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const [orgId, setOrg] = useState<string | undefined>(venue?.org.id ?? me.posts.find((p) => p.rights.includes('venues.edit'))?.org.id)
  const [openedOn, setOpened] = useState(dayjs().format('YYYY-MM-DD'))
  const [requestId] = useState(() => crypto.randomUUID())
  const send = useMutation({
    mutationFn: (answers: Answers) =>
      venue
        ? ask('changeVenue', { params: { id: venue.id }, body: { version: venue.version, answers, ...(orgId ? { orgId } : {}) } })
        : ask('addVenue', { body: { orgId: orgId ?? '', answers, openedOn, requestId } }),
    onSuccess: onDone,
    onError: (error) => filling.refused(error),
  })
  const save = () => {
    const answers = filling.check()
    if (answers) send.mutate(answers)
  }
  const faults = filling.faults.length
  return (
    <Drawer
      open
      size={600}
      mask={{ closable: false }}
      title={venue ? w(`更新 · ${venue.name}`, `Change · ${venue.name}`) : w('登记已有阵地', 'Enter a venue that exists')}
      onClose={onClose}
      footer={
        <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <span role="alert" style={{ flex: 1, color: 'var(--red)' }}>
            {faults > 0 ? w(`有 ${faults} 处需要修改`, `${faults} things to correct`) : send.isError ? wordsOf(send.error) : ''}
          </span>
          <Button onClick={onClose}>{w('取消', 'Cancel')}</Button>
          <Button type="primary" loading={send.isPending} onClick={save}>
            {w('保存', 'Save')}
          </Button>
        </div>
      }
    >
      <div className="field" style={{ marginBottom: 16 }}>
        <label htmlFor="venue-org">{w('管理单位', 'Run by')}</label>
        <Select
          id="venue-org"
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          value={orgId ?? null}
          loading={tree.isLoading}
          options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))}
          onChange={setOrg}
        />
      </div>
      {!venue && (
        <div className="field" style={{ marginBottom: 16 }}>
          <label htmlFor="venue-opened">{w('开放日期', 'Opened on')}</label>
          <DatePicker
            id="venue-opened"
            allowClear={false}
            value={dayjs(openedOn)}
            maxDate={dayjs()}
            onChange={(d) => d && setOpened(d.format('YYYY-MM-DD'))}
          />
        </div>
      )}
      <FormFields filling={filling} />
    </Drawer>
  )
}
