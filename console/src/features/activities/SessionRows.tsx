import type { SessionRoom } from '@gongyou/contract/activities/shapes.ts'
import { audienceCodes, audiences } from '@gongyou/contract/activities/words.ts'
import { Button, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { say } from '../../kit/language.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { fromPicked } from '../../kit/times.ts'
import { RoomField } from './RoomField.tsx'

export type SessionFields = { time: [Dayjs, Dayjs]; place: string; placeId?: string | null; address?: string; head?: string; audience?: string }

export const sessionOf = (f: SessionFields) => ({
  startsAt: fromPicked(f.time[0]),
  endsAt: fromPicked(f.time[1]),
  place: f.place,
  placeId: f.placeId ?? null,
  address: f.address ?? '',
  head: f.head ?? '',
  ...(f.audience ? { audience: f.audience } : {}),
})

const needed = (says: string) => [{ required: true, message: says }]

/** Time and place of one session. */
export const SessionPart = ({ name = [], within = [], held }: { name?: (string | number)[]; within?: string[]; held?: SessionRoom | null }) => {
  const form = Form.useFormInstance()
  const may = useMay()
  const named = (place: string, address: string) => {
    form.setFieldValue([...within, ...name, 'place'], place)
    if (address) form.setFieldValue([...within, ...name, 'address'], address)
  }
  return (
    <>
      <Form.Item name={[...name, 'time']} label={w('时间', 'Time')} rules={needed(w('请选择开始和结束时间', 'Choose start and end'))}>
        <DatePicker.RangePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      {may('venues.read') && (
        <Form.Item name={[...name, 'placeId']} label={w('订阵地场地（可不选）', 'Book a place of a venue (optional)')}>
          <RoomField onNamed={named} {...(held ? { held } : {})} />
        </Form.Item>
      )}
      <div className="activity-pair">
        <Form.Item name={[...name, 'place']} label={w('地点', 'Place')} rules={needed(w('请填写地点', 'Where?'))}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={[...name, 'address']} label={w('详细地址（可不填）', 'Address (optional)')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className="activity-pair">
        <Form.Item name={[...name, 'head']} label={w('现场负责人（可不填）', 'In charge (optional)')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={[...name, 'audience']} label={w('走进哪里（可不填）', 'Where the audience sits (optional)')}>
          <Select allowClear options={audienceCodes.map((value) => ({ value, label: say(audiences[value]) }))} />
        </Form.Item>
      </div>
    </>
  )
}

/** The sessions of a plan, one under the other. */
export const SessionRows = () => (
  <Form.List name="sessions">
    {(fields, { add, remove }) => (
      <>
        {fields.map(({ key, name }) => (
          <div key={key} className="activity-session">
            <div className="activity-session-head">
              <strong>{w(`第 ${name + 1} 场`, `Session ${name + 1}`)}</strong>
              {fields.length > 1 && (
                <Button type="text" size="small" onClick={() => remove(name)}>
                  {w('去掉', 'Remove')}
                </Button>
              )}
            </div>
            <SessionPart name={[name]} within={['sessions']} />
          </div>
        ))}
        <Button onClick={() => add()}>{w('再加一场', 'Another session')}</Button>
      </>
    )}
  </Form.List>
)
