import { readAnnouncement } from '@gongyou/contract/clocks/announcement.ts'
import type { CalendarYear, HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { weekdayOf } from '@gongyou/contract/kit/clock/calendar.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { PasteAnnouncement } from './PasteAnnouncement.tsx'
import { YearGrid } from './YearGrid.tsx'

type Brush = 'holiday' | 'workday' | 'plain'
type Fields = { source: string; because: string }

/** What a day becomes under the brush; pressing it again takes it off. A weekday cannot become a make-up day. */
const painted = (days: readonly HolidayDay[], on: string, brush: Brush, name: string): HolidayDay[] => {
  const known = days.find((d) => d.on === on)
  const rest = days.filter((d) => d.on !== on)
  if (brush === 'plain' || (brush === 'workday' && weekdayOf(on) % 6 !== 0)) return rest
  if (known?.kind === brush && known.name === name) return rest
  return [...rest, { on, kind: brush, name }]
}

/** Changes a year: paste the notice, or press days one by one; nothing counts until it has been previewed and applied. */
export const EditCalendar = ({ year: y, onClose, onSaved }: { year: CalendarYear; onClose: () => void; onSaved: () => void }) => {
  const [days, setDays] = useState<HolidayDay[]>(y.draft?.days ?? y.days.map(({ on, kind, name }) => ({ on, kind, name })))
  const [brush, setBrush] = useState<Brush>('holiday')
  const [name, setName] = useState('')
  const [pasting, setPasting] = useState(days.length === 0)
  const save = useMutation({
    mutationFn: (f: Fields) => ask('saveCalendarDraft', { params: { year: y.year }, body: { ...f, days, version: y.draft?.version ?? 0 } }),
    onSuccess: onSaved,
  })
  const usual = brush === 'workday' ? w('调休上班', 'Make-up day') : w('放假', 'Holiday')
  const initial = {
    source: y.draft?.source ?? w(`国务院办公厅关于${y.year}年部分节假日安排的通知`, `State Council notice on the holidays of ${y.year}`),
    because: y.draft?.because ?? '',
  }
  return (
    <>
      <div className="year-head">
        <h2>{w(`修改 ${y.year} 年日历`, `Change the calendar of ${y.year}`)}</h2>
        <span className="spring" />
        <Button onClick={() => setPasting(true)}>{w('粘贴通知', 'Paste the notice')}</Button>
      </div>
      <div className="columns">
        <div>
          <div className="brush">
            <Radio.Group
              value={brush}
              onChange={(e) => setBrush(e.target.value)}
              optionType="button"
              options={[
                { value: 'holiday', label: w('标为放假', 'Holiday') },
                { value: 'workday', label: w('标为调休上班', 'Make-up day') },
                { value: 'plain', label: w('恢复平常', 'Ordinary') },
              ]}
            />
            {brush !== 'plain' && (
              <Input
                style={{ width: 180 }}
                value={name}
                maxLength={40}
                onChange={(e) => setName(e.target.value)}
                placeholder={w('名称，如 春节', 'Name, e.g. Spring Festival')}
                aria-label={w('名称', 'Name')}
              />
            )}
            <span className="quiet small">{w('再点日期即可；调休上班只能是周末', 'Then press days; only weekend days can be worked')}</span>
          </div>
          <YearGrid year={y.year} days={days} onDay={(on) => setDays(painted(days, on, brush, name.trim() || usual))} />
        </div>
        <Sheet title={w('依据', 'Basis')}>
          <Form layout="vertical" requiredMark={false} initialValues={initial} onFinish={(f: Fields) => save.mutate(f)}>
            <p className="quiet">
              {w(
                `放假 ${days.filter((d) => d.kind === 'holiday').length} 天，调休上班 ${days.filter((d) => d.kind === 'workday').length} 天。`,
                `${days.filter((d) => d.kind === 'holiday').length} days off, ${days.filter((d) => d.kind === 'workday').length} make-up days.`,
              )}
            </p>
            <Form.Item
              name="source"
              label={w('来源文件', 'Source document')}
              rules={[{ required: true, min: 2, message: w('请填写文件名称', 'Name the document') }]}
            >
              <Input.TextArea autoSize maxLength={200} />
            </Form.Item>
            <Form.Item
              name="because"
              label={w('修改原因', 'Reason')}
              rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}
            >
              <Input maxLength={200} placeholder={w('如 新一年安排已公布', 'e.g. the new year was announced')} />
            </Form.Item>
            {save.isError && (
              <p role="alert" className="wrong-words">
                {wordsOf(save.error)}
              </p>
            )}
            <div className="form-acts">
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {w('保存并预览', 'Save and preview')}
              </Button>
              <Button onClick={onClose}>{w('取消', 'Cancel')}</Button>
            </div>
          </Form>
        </Sheet>
      </div>
      {pasting && (
        <PasteAnnouncement
          read={(text) => readAnnouncement(text, y.year).filter((d) => d.on.startsWith(`${y.year}-`))}
          year={y.year}
          onClose={() => setPasting(false)}
          onRead={(found) => {
            setDays(found)
            setPasting(false)
          }}
        />
      )}
    </>
  )
}
