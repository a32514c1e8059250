import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { OrganisationPicker } from '../../kit/form/pickers.tsx'
import { w } from '../../kit/text.ts'
import { levelOptions } from './words.ts'

type Fields = {
  series: string
  sponsor?: string
  edition: number
  name: string
  level: 'unit' | 'town' | 'district' | 'city' | 'national'
  org: { id: string }
  entriesUntil: Dayjs
  held: [Dayjs, Dayjs]
  masked: boolean
}
const day = (d: Dayjs) => d.format('YYYY-MM-DD')
const needed = [{ required: true, message: w('请填写', 'Please fill in') }]

/** The head of a plan; trades, rounds and scoring follow on the page of the contest. */
export const NewContest = ({ onClose, onDone }: { onClose: () => void; onDone: (made: { id: string }) => void }) => {
  const series = useQuery(asking('listContestSeries', {}))
  const tree = useQuery(asking('listTree', {}))
  const [known, setKnown] = useState<string>()
  const root = tree.data?.nodes.find((n) => n.parent === null)
  const chosen = series.data?.rows.find((s) => s.name === known)
  if (!tree.data || !series.data) return null
  const save = (f: Fields) =>
    ask('createContest', {
      body: {
        series: { name: f.series, sponsor: f.sponsor ?? chosen?.sponsor ?? '' },
        edition: f.edition,
        year: f.held[0].year(),
        name: f.name,
        level: f.level,
        org: f.org.id,
        entriesUntil: day(f.entriesUntil),
        heldFrom: day(f.held[0]),
        heldTo: day(f.held[1]),
        masked: f.masked,
      },
    })
  return (
    <FormModal<Fields, { id: string }>
      title={w('起草竞赛方案', 'Plan a contest')}
      ok={w('建立', 'Begin')}
      initial={{
        level: 'district',
        edition: 1,
        masked: true,
        held: [dayjs().add(30, 'day'), dayjs().add(32, 'day')],
        entriesUntil: dayjs().add(20, 'day'),
        ...(root ? { org: { id: root.id, name: root.name } } : {}),
      }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="series" label={w('系列', 'Series')} rules={needed}>
        <AutoComplete
          options={series.data.rows.map((s) => ({ value: s.name }))}
          onChange={setKnown}
          placeholder={w('例：“工匠杯”职工技能大赛', 'e.g. the Craftsman Cup')}
        />
      </Form.Item>
      {!chosen && (
        <Form.Item name="sponsor" label={w('冠名、支持单位（没有可不填）', 'Sponsor (if any)')}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <div className="contest-pair">
        <Form.Item
          name="edition"
          label={chosen ? w(`第几届（下一届是 ${chosen.nextEdition}）`, `Edition (next: ${chosen.nextEdition})`) : w('第几届', 'Edition')}
          rules={needed}
        >
          <InputNumber min={1} max={200} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="level" label={w('级别', 'Level')}>
          <Select options={levelOptions()} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={w('竞赛名称', 'Name')} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="org" label={w('主办', 'Held by')} rules={needed}>
        <Organiser />
      </Form.Item>
      <div className="contest-pair contest-dates">
        <Form.Item name="entriesUntil" label={w('报名截止', 'Entries until')} rules={needed}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="held" label={w('比赛日期', 'Days')} rules={needed}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="masked" valuePropName="checked">
        <Checkbox>{w('成绩屏上姓名只显示姓（授予称号后显示全名）', 'Names are masked on the public board until titles are given')}</Checkbox>
      </Form.Item>
    </FormModal>
  )
}

const Organiser = ({ value, onChange, id }: { value?: unknown; onChange?: (v: unknown) => void; id?: string }) => (
  <OrganisationPicker id={id ?? 'org'} value={value as never} onChange={(v) => onChange?.(v)} />
)
