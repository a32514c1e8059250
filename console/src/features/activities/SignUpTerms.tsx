import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import type { Form } from '@gongyou/contract/forms/index.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { FieldsSheet } from './FieldsSheet.tsx'
import { RulesField } from './RulesField.tsx'
import { type Rule, ruleRead, ruleSent } from './rule-lines.ts'

type Props = { a: ActivityView; done: (next: ActivityView) => void }

const says = () => w('本类型已问的不用再问；姓名、手机、所属工会系统已知道。', 'What the kind asks, name, phone and union are known.')

const Editing = ({
  a,
  names,
  onClose,
  onDone,
}: {
  a: ActivityView
  names: ReadonlyMap<string, string>
  onClose: () => void
  onDone: Props['done']
}) => {
  const [rules, setRules] = useState<Rule[]>(() => a.rules.map((r) => ruleRead(r, (id) => names.get(id))))
  const [questions, setQuestions] = useState<Form>(a.questions)
  return (
    <FormModal<object, ActivityView>
      title={w('报名条件和问题', 'Conditions and questions')}
      ok={w('保存', 'Save')}
      says={
        a.taken + a.standby > 0
          ? w('已报名的人不受影响，新条件和问题只对以后报名的人。', 'Who has signed up keeps the seat; they hold for those who come later.')
          : undefined
      }
      save={() =>
        ask('changeActivity', {
          params: { id: a.id },
          body: { version: a.version, rules: rules.flatMap((r) => ruleSent(r) ?? []), questions },
        })
      }
      onClose={onClose}
      onDone={onDone}
    >
      <h3 className="activity-part">{w('谁可以报名', 'Who may sign up')}</h3>
      <RulesField rules={rules} onChange={setRules} />
      <div style={{ marginTop: 20 }}>
        <FieldsSheet
          title={w('本次活动另外问', 'This activity also asks')}
          says={says()}
          form={questions}
          onChange={setQuestions}
          faultOf={() => undefined}
        />
      </div>
    </FormModal>
  )
}

/** Who may sign up and what is asked of them, of the kind and of this activity. */
export const SignUpTerms = ({ a, done }: Props) => {
  const [editing, setEditing] = useState(false)
  const tree = useQuery({ ...asking('listTree', {}), staleTime: 60_000, enabled: editing })
  const rules = [...a.kindRules, ...a.rules.map((r) => r.says)]
  const questions = [...Object.values(a.definition.questions), ...Object.values(a.questions)]
  const heads = a.definition.counts === 'heads'
  if (heads) return null
  return (
    <Sheet
      title={w('报名条件和问题', 'Conditions and questions')}
      head={a.may.includes('change') && <Button onClick={() => setEditing(true)}>{w('修改', 'Change')}</Button>}
    >
      <dl className="pairs">
        <dt>{w('谁可以报名', 'Who may sign up')}</dt>
        <dd>{rules.length > 0 ? rules.map(say).join('；') : w('所有职工', 'Every worker')}</dd>
        <dt>{w('报名时问', 'Asked at sign-up')}</dt>
        <dd>{questions.length > 0 ? questions.map((q) => say(q.label)).join('；') : w('不另外问', 'Nothing more')}</dd>
      </dl>
      {editing && !tree.data && <Skeleton active />}
      {editing && tree.data && (
        <Editing
          a={a}
          names={new Map(tree.data.nodes.map((n) => [n.id, n.name]))}
          onClose={() => setEditing(false)}
          onDone={(next) => {
            done(next)
            setEditing(false)
          }}
        />
      )}
    </Sheet>
  )
}
