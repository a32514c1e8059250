import { signUpWords, viaWords } from '@gongyou/contract/activities/words.ts'
import { Button } from '../../kit/Button.tsx'
import { moment } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { type Entry, settle } from './station-store.ts'

const names = () => ({
  at: w('签到时间', 'Time'),
  via: w('方式', 'How'),
  heads: w('人数', 'Heads'),
  state: w('报名', 'Sign-up'),
  session: w('场次时间', 'Time of the session'),
})

const shown = (field: Entry['differences'][number]['field'], value: string) => {
  if (field === 'at' || field === 'session') return moment(value)
  if (field === 'via') return value in viaWords ? say(viaWords[value as keyof typeof viaWords]) : value
  if (field === 'state') return value in signUpWords ? say(signUpWords[value as keyof typeof signUpWords]) : value
  return value
}

/** Where phone and register differ, field by field; somebody says which of the two holds. */
export const Conflicts = ({ entries }: { entries: readonly Entry[] }) => (
  <>
    {entries
      .filter((e) => e.state === 'conflict')
      .map((e) => (
        <Notice key={e.id} tone="due" title={w(`${e.name}：手机与系统不一致`, `${e.name}: phone and register differ`)}>
          <table className="differences">
            <thead>
              <tr>
                <th />
                <th>{w('这台手机', 'This phone')}</th>
                <th>{w('系统', 'Register')}</th>
              </tr>
            </thead>
            <tbody>
              {e.differences.map((d) => (
                <tr key={d.field}>
                  <th>{names()[d.field]}</th>
                  <td>{shown(d.field, d.phone)}</td>
                  <td>{shown(d.field, d.register)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="pair">
            <Button onClick={() => void settle(e, 'phone')}>{w('以手机为准', 'Keep the phone’s')}</Button>
            <Button onClick={() => void settle(e, 'register')}>{w('以系统为准', 'Keep the register’s')}</Button>
          </div>
        </Notice>
      ))}
    {entries
      .filter((e) => e.state === 'refused')
      .map((e) => (
        <Notice key={e.id} tone="wrong">
          {e.name}：{e.says}
        </Notice>
      ))}
  </>
)
