import type { Scheme } from '@gongyou/contract/skills/scoring.ts'
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { readItems, readPenalties, sumOf } from './scheme-lines.ts'
import { kindOptions } from './words.ts'

type RoundFields = {
  kind: 'qualification' | 'theory' | 'practice' | 'final'
  name: string
  weight: number
  judged: boolean
  full?: number
  items?: string
  penalties?: string
  drop?: number
  advance?: number | null
}
type Fields = { name: string; team: boolean; craftsmen: number; experts: number; tie: string; rounds: RoundFields[] }

const needed = [{ required: true, message: w('请填写', 'Please fill in') }]
const how = { decimals: 2, rounding: 'half_up' } as const

const schemeOf = (r: RoundFields): Scheme =>
  r.judged
    ? {
        ...how,
        items: readItems(r.items ?? '').rows,
        penalties: readPenalties(r.penalties ?? '').rows,
        drop: r.drop ? { from: r.drop, high: 1, low: 1 } : null,
      }
    : { ...how, items: [{ code: 'paper', name: '卷面成绩', full: Math.round((r.full ?? 100) * 100), weight: 10_000 }], penalties: [], drop: null }

const tiesOf = (tie: string, rounds: readonly RoundFields[]) => {
  const last = rounds.findLastIndex((r) => r.judged) + 1
  const judged = last > 0 ? [{ by: 'round' as const, round: last }] : []
  return tie === 'none' ? [] : tie === 'time' ? [...judged, { by: 'time' as const }] : judged
}

/** Says how many points the lines come to while they are typed. */
const Sum = ({ text }: { text: string | undefined }) => {
  const sum = sumOf(text ?? '')
  return (
    <span className={`sheet-sum ${sum === 10_000 ? '' : 'off'}`}>{w(`合计 ${sum / 100} 分，应为 100 分`, `${sum / 100} points; must be 100`)}</span>
  )
}

const JudgedRound = ({ at }: { at: number }) => {
  const items = Form.useWatch(['rounds', at, 'items']) as string | undefined
  return (
    <>
      <Form.Item
        name={[at, 'items']}
        label={w('评分项（每行：名称 分值；满分与占分不同时写“满分60 占50”）', 'Items, one a line: name and points')}
        extra={<Sum text={items} />}
        rules={[
          ...needed,
          {
            validator: (_, text: string) => {
              const { wrong } = readItems(text ?? '')
              return wrong ? Promise.reject(new Error(w(`这一行没有读懂：${wrong}`, `Cannot read: ${wrong}`))) : Promise.resolve()
            },
          },
        ]}
      >
        <Input.TextArea rows={4} placeholder={'安全规程 20\n操作工艺 50\n成品质量 30'} />
      </Form.Item>
      <Form.Item
        name={[at, 'penalties']}
        label={w('扣分（每行：名称 每次2 / 一次1.5 / 取消）', 'Penalties, one a line')}
        rules={[
          {
            validator: (_, text: string) => {
              const { wrong } = readPenalties(text ?? '')
              return wrong ? Promise.reject(new Error(w(`这一行没有读懂：${wrong}`, `Cannot read: ${wrong}`))) : Promise.resolve()
            },
          },
        ]}
      >
        <Input.TextArea rows={2} placeholder={'超时 每次2\n严重违章 取消'} />
      </Form.Item>
      <Form.Item
        name={[at, 'drop']}
        label={w('评委达到几人时，去掉一个最高分、一个最低分（不去掉则不填）', 'Drop highest and lowest from so many judges on (empty: never)')}
      >
        <InputNumber min={3} max={50} precision={0} />
      </Form.Item>
    </>
  )
}

const RoundFields = ({ at, remove }: { at: number; remove: (() => void) | undefined }) => {
  const judged = Form.useWatch(['rounds', at, 'judged']) as boolean | undefined
  return (
    <div className="trade-round">
      <div className="round-cols">
        <Form.Item name={[at, 'kind']} label={w('轮次', 'Round')}>
          <Select options={kindOptions()} />
        </Form.Item>
        <Form.Item name={[at, 'name']} label={w('名称', 'Name')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={[at, 'weight']} label={w('占总分', 'Share')} rules={needed}>
          <InputNumber min={0} max={100} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={[at, 'judged']} label={w('评委评分', 'By judges')} valuePropName="checked">
          <Switch aria-label={w('评委评分', 'By judges')} />
        </Form.Item>
      </div>
      {judged ? (
        <JudgedRound at={at} />
      ) : (
        <Form.Item name={[at, 'full']} label={w('卷面满分', 'Full marks of the paper')}>
          <InputNumber min={1} max={1000} />
        </Form.Item>
      )}
      <Form.Item name={[at, 'advance']} label={w('只取前几名进入下一轮（全部进入则不填）', 'How many go on (empty: all)')}>
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
      {remove && (
        <Button type="text" size="small" onClick={remove} style={{ marginBottom: 12 }}>
          {w('去掉这一轮', 'Take this round out')}
        </Button>
      )}
    </div>
  )
}

/** A trade with its rounds and its score sheets, as the plan will say them. */
export const AddTrade = ({ contest, onClose, onDone }: { contest: string; onClose: () => void; onDone: () => void }) => {
  const save = (f: Fields) =>
    ask('addContestTrade', {
      params: { id: contest },
      body: {
        name: f.name,
        team: f.team,
        craftsmen: f.craftsmen,
        experts: f.experts,
        ties: tiesOf(f.tie, f.rounds),
        ...how,
        rounds: f.rounds.map((r) => ({
          kind: r.kind,
          name: r.name,
          weight: Math.round(r.weight * 100),
          judged: r.judged,
          scheme: schemeOf(r),
          advance: r.advance ?? null,
        })),
      } as never,
    })
  return (
    <FormModal<Fields>
      title={w('增加工种', 'Add a trade')}
      ok={w('增加', 'Add')}
      initial={{
        team: false,
        craftsmen: 1,
        experts: 2,
        tie: 'time',
        rounds: [
          { kind: 'theory', name: '理论', weight: 30, judged: false, full: 100 },
          { kind: 'practice', name: '实操', weight: 70, judged: true, items: '', penalties: '', drop: 5 },
        ],
      }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={w('工种', 'Trade')} rules={needed}>
        <Input maxLength={40} placeholder={w('例：养蜂、家政服务、电工、叉车', 'e.g. bee-keeping')} />
      </Form.Item>
      <div className="round-cols">
        <Form.Item name="craftsmen" label={w('密云工匠名额', 'Craftsmen')}>
          <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="experts" label={w('密云能手名额', 'Expert hands')}>
          <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="tie" label={w('同分时', 'When level')}>
          <Select
            options={[
              { value: 'time', label: w('先看实操，再看用时', 'Practice, then time') },
              { value: 'practice', label: w('看实操', 'Practice') },
              { value: 'none', label: w('并列', 'Shared place') },
            ]}
          />
        </Form.Item>
        <Form.Item name="team" label={w('团队赛', 'Teams')} valuePropName="checked">
          <Switch aria-label={w('团队赛', 'Teams')} />
        </Form.Item>
      </div>
      <Form.List name="rounds">
        {(fields, { add, remove }) => (
          <>
            {fields.map((f) => (
              <RoundFields key={f.key} at={f.name} remove={fields.length > 1 ? () => remove(f.name) : undefined} />
            ))}
            <Button onClick={() => add({ kind: 'final', name: '决赛', weight: 0, judged: true })}>{w('再加一轮', 'Another round')}</Button>
          </>
        )}
      </Form.List>
    </FormModal>
  )
}
