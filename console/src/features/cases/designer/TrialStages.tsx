import type { Service } from '@gongyou/contract/cases/service.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { shown } from './fields.tsx'
import type { TrialReply } from './Trial.tsx'

const day = (d: string) => {
  const [y, m, n] = d.split('-').map(Number)
  return w(`${y}年${m}月${n}日`, d)
}

const countedFacts = () => ({
  'cases-opened': w('收到', 'received'),
  'cases-closed': w('办结', 'closed'),
  'cases-reopened': w('重开', 'reopened'),
})

/** The title of a message without the mark that it is a trial. */
const asSent = (title: string) => `“${title.replace('试办：', '')}”`

/** What the figures would say of it: “收到 1 件，办结 1 件”. What stands open is the difference of the two and is left out. */
const countedWords = (counted: TrialReply['counted']) =>
  Object.entries(countedFacts()).flatMap(([fact, name]) => {
    const sum = counted.filter((c) => c.fact === fact).reduce((n, c) => n + c.amount, 0)
    return sum > 0 ? [w(`${name} ${sum} 件`, `${sum} ${name}`)] : []
  })

/** Stage by stage: where the case would stand, who would have it, until when, who would be told. */
export const TrialStages = ({ service, reply }: { service: Service; reply: TrialReply | undefined }) => (
  <Sheet title={w('这一件会怎么走', 'How the case would go')}>
    {!reply?.stages.length && (
      <p className="quiet">
        {w(
          '先在右边填写申请并提交，这里会一步步显示谁来办、几号前办、通知了谁。',
          'Fill in the application beside; then this shows step by step who has it, until when, who is told.',
        )}
      </p>
    )}
    <ol className="trial-stages">
      {reply?.stages.map((stage, i) => (
        <li key={i}>
          <p>
            <span className="quiet">{stage.action ? shown(stage.action) : w('提交申请', 'Applied')} → </span>
            <b>{shown(stage.state)}</b>
          </p>
          {service.states[stage.stateCode]?.says && (
            <p className="quiet">
              {w(
                `申请人读到：${shown(service.states[stage.stateCode]!.says)}`,
                `The applicant reads: ${shown(service.states[stage.stateCode]!.says)}`,
              )}
            </p>
          )}
          {stage.desks.map((d, j) => (
            <p key={j} className={d.who.length === 0 && d.role ? 'warn' : ''}>
              {d.role ? w(`待办：${shown(d.role)}`, `With: ${shown(d.role)}`) : w('待办：', 'With: ')}
              {d.who.length > 0
                ? w(`（${d.who.join('、')}）`, ` (${d.who.join(', ')})`)
                : d.role
                  ? w('，目前没有人在岗', ', nobody holds such a post')
                  : ''}
            </p>
          ))}
          {stage.clocks.map((c) => (
            <p key={c.name.zh}>
              {shown(c.name)}
              {w(`：${day(c.dueOn)}前`, `: by ${c.dueOn}`)}
            </p>
          ))}
          {stage.told.length > 0 && (
            <p className="quiet">{w(`发出通知：${stage.told.map(asSent).join('、')}`, `Told: ${stage.told.map(asSent).join(', ')}`)}</p>
          )}
        </li>
      ))}
    </ol>
    {reply && reply.counted.length > 0 && (
      <p className="quiet">{w('会计入数字：', 'Would be counted: ') + countedWords(reply.counted).join(w('，', ', '))}</p>
    )}
  </Sheet>
)
