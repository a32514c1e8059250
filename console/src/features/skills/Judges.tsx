import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import type { RoundView } from './RoundPage.tsx'

/** How far each judge is: numbers of sheets, nothing of what stands on them. */
export const Judges = ({ view, again }: { view: RoundView; again: () => void }) => {
  const contest = useQuery(asking('getContest', { params: { id: view.contest.id } }))
  const [gone, setGone] = useState<RoundView['judges'][number] | null>(null)
  const [naming, setNaming] = useState(false)
  const sitting = new Set(view.judges.map((j) => j.person))
  const free = (contest.data?.panel ?? []).filter((j) => !sitting.has(j.person.id))
  const done = () => {
    setGone(null)
    setNaming(false)
    again()
  }
  return (
    <Sheet
      title={w('评委', 'Judges')}
      head={
        <Button size="small" onClick={() => setNaming(true)} disabled={free.length === 0}>
          {w('指定一名评委', 'Name a judge')}
        </Button>
      }
    >
      <p className="quiet" style={{ marginTop: 0 }}>
        {w(
          '评委用手机打开“我的评分”打分（/m/judging），没有账号的凭评委链接打分（在竞赛页的评委库里生成）；交表后封存。',
          'Judges score on their phones under “My judging” (/m/judging), those without an account by a link made in the panel; a sheet is sealed when handed in.',
        )}
      </p>
      <ul className="round-judges">
        {view.judges.map((j) => (
          <li key={j.person} className={j.stoodDown ? 'gone' : ''}>
            <div style={{ display: 'flex', gap: 8 }}>
              <b style={{ flex: 1 }}>{j.name}</b>
              {j.stoodDown ? w('已退出', 'stood down') : `${j.in} / ${j.of}`}
            </div>
            <div className="quiet small">{j.stoodDown ?? j.unit}</div>
            {!j.stoodDown && (
              <>
                <div className="round-progress">
                  <i style={{ width: `${j.of === 0 ? 0 : (j.in / j.of) * 100}%` }} />
                </div>
                <Button type="text" size="small" style={{ margin: '4px 0 0 -8px' }} onClick={() => setGone(j)}>
                  {w('回避、退出', 'Stand down')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {gone && (
        <FormModal<{ because: string }>
          title={w(`${gone.name}回避或退出`, `${gone.name} stands down`)}
          ok={w('确定', 'Confirm')}
          danger
          says={w('他已交的评分表不再计入，也不会开封。', 'Sheets handed in by this judge do not count and stay sealed.')}
          save={(f) => ask('standDownJudge', { params: { id: view.round.id, person: gone.person }, body: f })}
          onClose={() => setGone(null)}
          onDone={done}
        >
          <Form.Item
            name="because"
            label={w('原因', 'Reason')}
            rules={[{ required: true, min: 4, message: w('请写明原因（至少 4 个字）', 'Say why') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        </FormModal>
      )}
      {naming && (
        <FormModal<{ person: string }>
          title={w('指定评委', 'Name a judge')}
          ok={w('指定', 'Name')}
          says={w('与参赛者同单位的，系统不让他给本单位打分。', 'Entrants of the judge’s own unit he will not be able to score.')}
          save={(f) => ask('nameJudge', { params: { id: view.round.id }, body: f })}
          onClose={() => setNaming(false)}
          onDone={done}
        >
          <Form.Item name="person" label={w('评委', 'Judge')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
            <Select options={free.map((j) => ({ value: j.person.id, label: `${j.person.name} · ${j.unit.name}` }))} />
          </Form.Item>
        </FormModal>
      )}
    </Sheet>
  )
}
