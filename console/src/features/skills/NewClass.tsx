import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ask, asking } from '../../kit/api.ts'
import { EntryPicker } from '../../kit/form/EntryPicker.tsx'
import { OrganisationPicker } from '../../kit/form/pickers.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { modeWord, partWord } from './class-words.ts'
import { halfDaysBetween, longest } from './half-days.ts'

type Named = { id: string }
type Fields = {
  name: string
  edition: number
  academy: Named
  course: Named
  lecturer?: Named
  org: Named
  mode: 'site' | 'online' | 'both'
  place?: string
  days: [Dayjs, Dayjs]
  parts: ('am' | 'pm' | 'eve')[]
  weekends: boolean
  hours: number
  seats?: number | null
  mustAttend: number
  pass?: number | null
}
type Given = { id?: string; value?: unknown; onChange?: (v: unknown) => void }
const Entry = ({ register, id = register, value, onChange }: Given & { register: string }) => (
  <EntryPicker id={id} register={register} value={value as never} onChange={(v) => onChange?.(v)} />
)
const Organiser = ({ id = 'org', value, onChange }: Given) => <OrganisationPicker id={id} value={value as never} onChange={(v) => onChange?.(v)} />
const needed = [{ required: true, message: w('请填写', 'Please fill in') }]
const day = (d: Dayjs) => d.format('YYYY-MM-DD')
const halfDaysOf = (f: Pick<Fields, 'days' | 'parts' | 'weekends'>) => halfDaysBetween(day(f.days[0]), day(f.days[1]), f.parts, f.weekends)

/** 开班: what is taught where, on which half days, and what one must have done to complete it. */
export const NewClass = ({ onClose, onDone }: { onClose: () => void; onDone: (made: { id: string }) => void }) => {
  const tree = useQuery(asking('listTree', {}))
  const root = tree.data?.nodes.find((n) => n.parent === null)
  if (!tree.data) return null
  const save = (f: Fields) =>
    ask('createClass', {
      body: {
        name: f.name,
        edition: f.edition,
        academy: f.academy.id,
        course: f.course.id,
        lecturer: f.lecturer?.id ?? null,
        org: f.org.id,
        mode: f.mode,
        place: f.place ?? '',
        hours: Math.round(f.hours * 10),
        seats: f.seats ?? null,
        mustAttend: f.mustAttend,
        passMark: f.pass === null || f.pass === undefined ? null : Math.round(f.pass * 100),
        halfDays: halfDaysOf(f),
      },
    })
  return (
    <FormModal<Fields, { id: string }>
      title={w('开班', 'Open a class')}
      ok={w('开班', 'Open')}
      initial={{
        edition: 1,
        mode: 'site',
        parts: ['am', 'pm'],
        weekends: false,
        hours: 16,
        mustAttend: 80,
        // Tuesday and Wednesday of the week after next.
        days: [2, 3].map((d) => dayjs().add(2, 'week').day(d)),
        ...(root ? { org: { id: root.id, name: root.name } } : {}),
      }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={w('班名', 'Name')} rules={needed}>
        <Input maxLength={80} placeholder={w('例：班组长管理能力提升培训班', 'e.g. Team leaders, autumn')} />
      </Form.Item>
      <div className="contest-pair">
        <Form.Item name="course" label={w('课程', 'Course')} rules={needed}>
          <Entry register="academy-courses" id="course" />
        </Form.Item>
        <Form.Item name="edition" label={w('第几期', 'Edition')} rules={needed}>
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="academy" label={w('学院', 'Academy')} rules={needed}>
          <Entry register="academies" id="academy" />
        </Form.Item>
        <Form.Item name="lecturer" label={w('讲师（可不填）', 'Lecturer (optional)')}>
          <Entry register="lecturers" id="lecturer" />
        </Form.Item>
        <Form.Item name="org" label={w('主办', 'Held by')} rules={needed}>
          <Organiser />
        </Form.Item>
        <Form.Item name="mode" label={w('方式', 'Mode')}>
          <Select options={(['site', 'online', 'both'] as const).map((value) => ({ value, label: modeWord(value) }))} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={w('地点', 'Place')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="days" label={w('起止日期', 'Days')} rules={needed}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <div className="contest-pair">
        <Form.Item
          name="parts"
          label={w('每天', 'Each day')}
          rules={[
            {
              // Not “required”: a group of boxes may not be told so, says ARIA.
              validator: (_, parts: unknown[] | undefined) =>
                parts?.length ? Promise.resolve() : Promise.reject(new Error(w('请至少选一个半天', 'Choose at least one'))),
            },
          ]}
        >
          <Checkbox.Group options={(['am', 'pm', 'eve'] as const).map((value) => ({ value, label: partWord(value) }))} />
        </Form.Item>
        <Form.Item name="weekends" valuePropName="checked" label={w('周末', 'Weekends')}>
          <Checkbox>{w('周末也上课', 'Also on weekends')}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => {
          const f = getFieldsValue() as Partial<Fields>
          const n = f.days && f.parts ? halfDaysOf({ days: f.days, parts: f.parts, weekends: f.weekends ?? false }).length : 0
          return (
            <p className={n === 0 || n > longest ? 'sheet-sum off' : 'sheet-sum'} role="status">
              {n > longest
                ? w(`共 ${n} 个半天，最多 ${longest} 个，请分期`, `${n} half days; at most ${longest}`)
                : n === 0
                  ? w('这几天没有课：都是周末，请改日期，或勾选“周末也上课”', 'No half day: these are weekends; choose other days or tick weekends')
                  : w(`共 ${n} 个半天，按半天签到`, `${n} half days, each with its attendance`)}
            </p>
          )
        }}
      </Form.Item>
      <div className="contest-pair">
        <Form.Item name="hours" label={w('课时', 'Hours')} rules={needed}>
          <InputNumber min={0.1} max={2000} precision={1} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="seats" label={w('名额（不限可不填）', 'Seats (optional)')}>
          <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="mustAttend" label={w('结业出勤不低于', 'Attendance at least')} rules={needed}>
          <InputNumber min={0} max={100} precision={0} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="pass" label={w('考核合格分（不考核可不填）', 'Pass mark (if tested)')}>
          <InputNumber min={0} max={1000} precision={2} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormModal>
  )
}
