import type { Venue } from '@gongyou/contract/venues/shapes.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Fields = { on: Dayjs; useful: number; downToEarth: number; effective: number; remarks?: string }

/** Inspections of the years, and whether it is one of the finest. */
export const Judged = ({ venue }: { venue: Venue }) => {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [doing, set] = useState<'inspect' | 'recommend'>()
  const again = () => {
    void queries.invalidateQueries({ queryKey: ['getVenue'] })
    set(undefined)
  }
  const year = dayjs().year()
  const award = useMutation({
    mutationFn: (y: number) => ask('honourVenue', { params: { id: venue.id }, body: { year: y, award: true } }),
    onSuccess: () => {
      message.success(w('已命名为最美站点', 'Named a finest station'))
      again()
    },
  })
  const stands = venue.openedOn !== null && venue.closedOn === null
  const may = venue.may.includes('edit') && stands
  const scores = [
    ['useful', w('实用', 'Useful')],
    ['downToEarth', w('实际', 'Down to earth')],
    ['effective', w('实效', 'Effective')],
  ] as const
  return (
    <>
      <Sheet
        title={w('年度检查', 'Yearly inspection')}
        head={
          may &&
          !venue.inspections.some((i) => i.year === year) && <Button onClick={() => set('inspect')}>{w('登记今年检查', 'Enter this year’s')}</Button>
        }
      >
        {venue.inspections.length === 0 ? (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还没有检查记录。每年按实用、实际、实效三项打分。', 'No inspection yet. Each year it is scored in three.')}
          </p>
        ) : (
          <table className="use-bars">
            <thead>
              <tr>
                <th scope="col">{w('检查日期', 'Day')}</th>
                {scores.map(([key, name]) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col" style={{ textAlign: 'start' }}>
                  {w('情况', 'Remarks')}
                </th>
              </tr>
            </thead>
            <tbody>
              {venue.inspections.map((i) => (
                <tr key={i.year}>
                  <th scope="row">{i.on}</th>
                  {scores.map(([key]) => (
                    <td key={key} style={i[key] < 60 ? { color: 'var(--red)' } : undefined}>
                      {i[key]}
                    </td>
                  ))}
                  <td style={{ textAlign: 'start' }}>{i.remarks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      <Sheet
        title={w('最美站点', 'Finest stations')}
        head={may && !venue.honours.some((h) => h.year === year) && <Button onClick={() => set('recommend')}>{w('推荐', 'Recommend')}</Button>}
      >
        {venue.honours.length === 0 && (
          <p className="quiet" style={{ margin: 0 }}>
            {w('还没有推荐过。', 'Not recommended yet.')}
          </p>
        )}
        <ul className="venue-lines">
          {venue.honours.map((h) => (
            <li key={h.year}>
              <b>{h.year}</b>
              <span>{h.awardedOn ? w(`已命名（${h.awardedOn}）`, `Named on ${h.awardedOn}`) : w('已推荐，待区总命名', 'Recommended')}</span>
              <span className="quiet">{h.because}</span>
              <span className="spring" />
              {!h.awardedOn && venue.may.includes('award') && (
                <Button size="small" loading={award.isPending} onClick={() => award.mutate(h.year)}>
                  {w('命名', 'Name it')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {award.isError && (
          <p role="alert" className="fault">
            {wordsOf(award.error)}
          </p>
        )}
      </Sheet>
      {doing === 'inspect' && (
        <FormModal<Fields>
          title={w('登记年度检查', 'Enter an inspection')}
          ok={w('登记', 'Enter')}
          initial={{ on: dayjs() }}
          save={({ on, remarks, ...f }) =>
            ask('inspectVenue', { params: { id: venue.id }, body: { ...f, on: on.format('YYYY-MM-DD'), remarks: remarks ?? '' } })
          }
          onClose={() => set(undefined)}
          onDone={again}
        >
          <Form.Item name="on" label={w('检查日期', 'Day')}>
            <DatePicker allowClear={false} maxDate={dayjs()} />
          </Form.Item>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 12 }}>
            {scores.map(([key, name]) => (
              <Form.Item
                key={key}
                name={key}
                label={w(`${name}（0–100）`, `${name} (0–100)`)}
                rules={[{ required: true, message: w('请打分', 'Score it') }]}
              >
                <InputNumber min={0} max={100} style={{ width: '100%' }} />
              </Form.Item>
            ))}
          </div>
          <Form.Item name="remarks" label={w('情况与建议', 'Remarks')}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </FormModal>
      )}
      {doing === 'recommend' && (
        <FormModal<{ because: string }>
          title={w(`推荐为 ${year} 年最美站点`, `Recommend for ${year}`)}
          ok={w('推荐', 'Recommend')}
          save={(f) => ask('honourVenue', { params: { id: venue.id }, body: { year, because: f.because } })}
          onClose={() => set(undefined)}
          onDone={again}
        >
          <Form.Item name="because" label={w('推荐理由', 'Why')} rules={[{ required: true, min: 2, message: w('请写明理由', 'Say why') }]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
