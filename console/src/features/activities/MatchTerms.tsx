import type { ActivityKind } from '@gongyou/contract/activities/kind.ts'
import { singleDeclaration, usualMatch } from '@gongyou/contract/activities/single.ts'
import { Checkbox, InputNumber } from 'antd'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

type Match = NonNullable<ActivityKind['match']>

/** Those who were there may choose each other; the declaration at sign-up says what is set here, so both change together. */
export const MatchTerms = ({ kind, onChange }: { kind: ActivityKind; onChange: (next: ActivityKind) => void }) => {
  const set = (match: Match) =>
    onChange({ ...kind, match, questions: { ...kind.questions, single: singleDeclaration(match.keepDays, kind.revision) } })
  const clear = () => {
    const { match: _, ...rest } = kind
    const { single: __, ...questions } = kind.questions
    onChange({ ...rest, questions })
  }
  const number = (name: keyof Match, label: string, most: number) => (
    <div className="register-field">
      <span>{label}</span>
      <InputNumber
        aria-label={label}
        min={1}
        max={most}
        precision={0}
        style={{ width: '100%' }}
        value={kind.match?.[name] ?? null}
        onChange={(v) => v !== null && kind.match && set({ ...kind.match, [name]: v })}
      />
    </div>
  )
  return (
    <Sheet title={w('互相认识（单身联谊）', 'Getting to know each other')}>
      <Checkbox checked={kind.match !== undefined} onChange={(e) => (e.target.checked ? set(usualMatch) : clear())}>
        {w('到场的人会后可以互选', 'Those who were there may choose each other afterwards')}
      </Checkbox>
      <p className="quiet">
        {w(
          '报名时由本人声明单身，不收证明。谁选了谁只有本人知道；两个人互相选择，才互相看到联系方式。到期全部删除，工会只留人数。',
          'Each declares to be single, no proof is asked for. Nobody learns who chose whom; contacts are shown only where both chose. All of it is deleted in time, and only counts remain.',
        )}
      </p>
      {kind.match && (
        <>
          {number('chooseHours', w('活动结束后几小时内可选', 'Hours after the end in which one may choose'), 168)}
          {number('most', w('每人最多选几人', 'How many one may choose'), 10)}
          {number('keepDays', w('活动结束几天后全部删除', 'Days after the end until all is deleted'), 90)}
        </>
      )}
    </Sheet>
  )
}
