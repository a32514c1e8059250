import { beginners } from '@gongyou/contract/cases/in-words.ts'
import { starters } from '@gongyou/contract/cases/service.ts'
import type { Rule } from '@gongyou/contract/cases/service.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Segmented } from 'antd'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { ConditionField } from './ConditionField.tsx'
import { patched } from './draft.ts'
import { named } from './edits.ts'
import { Count, Line, PickMaybe, Prop, Say, Tick, written } from './fields.tsx'
import type { Drafting } from './use-draft.ts'

const Rules = ({ drafting: { draft, edit } }: { drafting: Drafting }) => {
  const s = draft.service
  const rules = s.rules ?? []
  const set = (next: readonly Rule[], typing = '') => edit((x) => patched(x, { rules: next.length > 0 ? next : undefined }), typing)
  const change = (i: number, patch: Partial<Rule>, typing = '') =>
    set(
      rules.map((r, j) => (j === i ? { ...r, ...patch } : r)),
      typing,
    )
  return (
    <Sheet title={w('申请条件', 'Conditions to apply')}>
      {rules.length === 0 && <p className="quiet">{w('没有条件：谁都可以申请。', 'None: anybody may apply.')}</p>}
      {rules.map((r, i) => (
        <div className="rule" key={i}>
          <ConditionField
            name={w(`条件 ${i + 1}`, `Condition ${i + 1}`)}
            form={s.form}
            withPerson
            condition={r.holds}
            onChange={(c) => (c ? change(i, { holds: c }) : set(rules.filter((_, j) => j !== i)))}
          />
          <Line
            name={w('条件怎么说（申请人读到）', 'In words, as the applicant reads it')}
            value={say(r.says) || r.says.zh}
            max={200}
            placeholder={w('如：须是工会会员', 'e.g. members only')}
            onChange={(v) => change(i, { says: written(r.says, v) }, `rule${i}`)}
          />
          <Segmented
            size="small"
            value={r.weight}
            options={[
              { value: 'must', label: w('不符合不能申请', 'Stops the application') },
              { value: 'look', label: w('只提示工作人员', 'Only shown to the officer') },
            ]}
            onChange={(v) => change(i, { weight: v === 'look' ? 'look' : 'must' })}
          />
          <Button type="text" size="small" onClick={() => set(rules.filter((_, j) => j !== i))}>
            {w('删除这个条件', 'Delete this condition')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => set([...rules, { holds: { of: 'person.member', is: true }, says: named('须是工会会员', 'Members only'), weight: 'must' }])}
      >
        {w('加一个申请条件', 'Add a condition')}
      </Button>
    </Sheet>
  )
}

/** What it is called, who may begin, where it is offered, under which conditions. */
export const BasicsPart = ({ drafting }: { drafting: Drafting }) => {
  const { draft, edit, offerAt } = drafting
  const s = draft.service
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000 })
  const towns = (tree.data?.nodes ?? []).filter((n) => n.kind === 'town_federation')
  return (
    <>
      <Sheet title={w('基本信息', 'Basics')}>
        <div className="props-two">
          <Say name={w('事项名称', 'Title')} text={s.title} max={40} onChange={(title) => edit((x) => ({ ...x, title }), 'title')} />
          <Line
            name={w('受理号开头', 'Letters of the number')}
            hint={w(`受理号形如 ${s.letters}20261121-0001`, `Numbers look like ${s.letters}20261121-0001`)}
            value={s.letters}
            max={2}
            onChange={(v) => edit((x) => ({ ...x, letters: v.toUpperCase() }), 'letters')}
          />
          <div className="wide">
            <Say
              name={w('一句话说明（职工读到）', 'In a sentence, as workers read it')}
              text={s.summary}
              lines={2}
              max={200}
              onChange={(summary) => edit((x) => ({ ...x, summary }), 'summary')}
            />
          </div>
          <Prop name={w('谁可以发起', 'Who may begin')}>
            <Checkbox.Group
              value={[...s.begunBy]}
              // What springs from a case is chosen by the code that opens it, not on a screen.
              options={starters.filter((b) => b !== 'case' || s.begunBy.includes(b)).map((value) => ({ value, label: say(beginners[value]) }))}
              onChange={(v) => edit((x) => ({ ...x, begunBy: starters.filter((b) => v.includes(b)) }))}
            />
          </Prop>
          <PickMaybe
            name={w('在哪里办', 'Where it is offered')}
            placeholder={w('全区', 'The whole district')}
            hint={w('不选就是全区都可以办', 'Left open: everywhere in the district')}
            value={draft.orgId ?? undefined}
            options={towns.map((o) => ({ value: o.id, label: o.name }))}
            onChange={(v) => offerAt(v ?? null)}
          />
          <Count
            name={w('办结后可提异议', 'May be objected to')}
            hint={w('不填则不设异议', 'Left open: not at all')}
            value={s.appealDays}
            min={1}
            max={365}
            after={w('天内', 'days')}
            onChange={(appealDays) => edit((x) => patched(x, { appealDays }))}
          />
          <Tick
            name={w('保密事项', 'Restricted')}
            hint={w('只有办理的岗位看得到，如法律援助、困难帮扶', 'Seen only by those whose roles the service names')}
            checked={s.restricted === true}
            onChange={(v) => edit((x) => patched(x, { restricted: v ? true : undefined }))}
          />
        </div>
      </Sheet>
      <Rules drafting={drafting} />
    </>
  )
}
