import { useParams } from 'wouter'
import { Link } from 'wouter'
import { Button } from '../../kit/Button.tsx'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import './cases.css'
import { SelfTest } from './SelfTest.tsx'
import { type ServiceForm, useServiceForm } from './service-form.ts'

/** An address of this page that leads to the form, by way of signing in where nobody is. */
const applyAt = (code: string, signedIn: boolean) => {
  const form = `/services/${code}/apply`
  return signedIn ? form : `/sign-in?to=${encodeURIComponent(form)}`
}

const known = (service: ServiceForm) => Object.values(service.from).filter((from) => from !== 'draft').length

const About = ({ service }: { service: ServiceForm }) => {
  const { signedIn } = useMe()
  const worker = service.begunBy.includes('worker')
  const filled = known(service)
  return (
    <Page
      title={say(service.title)}
      back="/services"
      foot={
        worker ? (
          <Link href={applyAt(service.code, signedIn)} className="button primary">
            {service.draftAt ? w('接着填', 'Go on filling in') : w('开始办理', 'Begin')}
          </Link>
        ) : undefined
      }
    >
      <p>{say(service.summary)}</p>
      {worker ? null : (
        <Notice tone="info">
          {service.begunBy.includes('case') ? (
            <>
              {w('这一项从原来的那一件里发起。', 'This begins at the case it is about. ')}
              <Link className="link" href="/cases">
                {w('看我的办件', 'See my cases')}
              </Link>
            </>
          ) : (
            w('这一项由工会办理，不用您申请。', 'The union handles this; there is nothing to apply for.')
          )}
        </Notice>
      )}
      <Facts
        rows={[
          [
            w('要准备', 'Have ready'),
            service.papers.length > 0 ? (
              <ul className="plain">
                {service.papers.map((p) => (
                  <li key={p.zh}>{say(p)}</li>
                ))}
              </ul>
            ) : (
              w('不用材料', 'No papers')
            ),
          ],
          [
            w('要填写', 'To fill in'),
            filled > 0
              ? w(`约 ${service.fields} 项，已为您填好 ${filled} 项`, `About ${service.fields}; ${filled} filled in for you`)
              : w(`约 ${service.fields} 项`, `About ${service.fields} questions`),
          ],
          [
            w('多久答复', 'How long'),
            service.limit ? w(`${say(service.limit)}内`, `Within ${say(service.limit)}`) : w('没有固定时限', 'No fixed time'),
          ],
        ]}
      />
      {service.rules.length > 0 ? <SelfTest service={service} /> : null}
      <p className="small">
        {w(
          '不方便用手机，可带身份证到任何一个工会服务站，工作人员帮您填。',
          'If the phone is awkward, bring your ID card to any station; the staff fill it in.',
        )}
      </p>
    </Page>
  )
}

/** One service: what it is, whether it is for me, what I need, how long it takes. Public. */
export const ServicePage = () => {
  const { code } = useParams<{ code: string }>()
  const service = useServiceForm(code)
  if (service.data) return <About service={service.data} />
  return (
    <Page title={w('办事', 'Services')} back="/services">
      {service.error ? (
        <>
          <Notice tone={isUnreached(service.error) ? 'due' : 'wrong'}>{wordsOf(service.error)}</Notice>
          <Button onClick={() => void service.refetch()} busy={service.isFetching}>
            {w('再试一次', 'Try again')}
          </Button>
        </>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
