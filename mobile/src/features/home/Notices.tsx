import { say } from '../../kit/language.ts'
import { moment } from '../../kit/day.ts'
import { useKept } from '../../kit/kept.ts'
import { RowLink } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'

/** The newest three messages; before sign-in, where they would be. */
export const Notices = ({ signedIn }: { signedIn: boolean }) => {
  const { data } = useKept('listMyMessages', signedIn)
  return (
    <section className="section" aria-labelledby="notices">
      <h2 id="notices">{w('通知', 'Notices')}</h2>
      <div className="rows">
        {signedIn ? null : (
          <RowLink
            to="/sign-in?to=/inbox"
            title={w('登录后看给您的通知', 'Sign in to see yours')}
            sub={w('用手机验证码，不用记密码', 'By phone code, no password')}
          />
        )}
        {signedIn && data?.rows.length === 0 ? <p className="row small">{w('还没有通知', 'No notices yet')}</p> : null}
        {signedIn
          ? data?.rows
              .slice(0, 3)
              .map((m) => <RowLink key={m.id} to="/inbox" title={m.readAt ? say(m.title) : <strong>{say(m.title)}</strong>} sub={moment(m.at)} />)
          : null}
      </div>
    </section>
  )
}
