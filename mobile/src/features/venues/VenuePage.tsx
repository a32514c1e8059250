import { openAt } from '@gongyou/contract/venues/hours.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import { ask, asking } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { isUnreached, wordsOf } from '../../kit/failure.ts'
import { townName } from '../../kit/form/answer-words.ts'
import { keep } from '../../kit/form/phone-store.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts, RowLink } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { recallDraft } from '../cases/draft.ts'
import { Hours } from './Hours.tsx'
import { Items } from './Items.tsx'
import './venues.css'
import { Way } from './Way.tsx'
import { accessName, facilityName, kindName, nowText } from './words.ts'

/** Counts me in. Only where the door said who I am; whoever does not want that just walks in. */
const CountMe = ({ code }: { code: string }) => {
  const count = useMutation({ mutationFn: () => ask('countMyVisit', { params: { code }, body: {} }) })
  if (count.data)
    return (
      <Notice tone="done">
        {count.data.counted ? w('已登记，欢迎。', 'Counted; welcome.') : w('今天已经登记过了。', 'You were counted today already.')}
      </Notice>
    )
  return (
    <>
      {count.isError ? <Notice tone="wrong">{wordsOf(count.error)}</Notice> : null}
      <Button onClick={() => count.mutate()} busy={count.isPending}>
        {w('我到了，登记一下', 'I am here')}
      </Button>
    </>
  )
}

/** The complaint begins with the venue filled in. */
const Complain = ({ code }: { code: string }) => {
  const { me } = useMe()
  const [, go] = useLocation()
  const begin = async () => {
    if (me?.person) {
      // What was begun about this venue is gone on with; about another one begins anew.
      const begun = await recallDraft(me.person.id, 'venue-complaint')
      const answers = begun.answers['venue'] === code ? begun.answers : { venue: code }
      await keep(`draft/${me.person.id}/venue-complaint`, { answers, said: '', at: new Date().toISOString() })
    }
    go('/services/venue-complaint/apply')
  }
  return (
    <button type="button" className="row" onClick={() => void begin()}>
      <span className="text">
        <span className="title">{w('提意见', 'Tell us what is wrong')}</span>
        <span className="sub">{w('没开门、设施坏了、有建议：5 个工作日内答复', 'Closed, broken, a suggestion: answered within 5 working days')}</span>
      </span>
    </button>
  )
}

/** One venue, for whoever stands before its door or wants to go there. */
export const VenuePage = () => {
  const { code = '' } = useParams<{ code: string }>()
  const { signedIn } = useMe()
  const { data, error, refetch, isFetching } = useQuery(asking('getVenuePage', { params: { code } }))
  if (!data)
    return (
      <Page title={w('阵地', 'Venue')} back="/map">
        {error ? (
          <>
            <Notice tone={isUnreached(error) ? 'due' : 'wrong'}>{wordsOf(error)}</Notice>
            <Button onClick={() => void refetch()} busy={isFetching}>
              {w('再试一次', 'Try again')}
            </Button>
          </>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    )
  const v = data.venue
  const now = openAt(v.hours, v.special, new Date())
  const open = v.state === 'open' && now.open
  return (
    <Page title={v.name} back="/map">
      <p className={open ? 'open-now' : 'shut-now'}>{nowText(now, v.state)}</p>
      <div className="two">
        {v.point ? <Way name={v.name} point={v.point} /> : null}
        {v.phone ? (
          <a className="button" href={`tel:${v.phone}`}>
            {w('打电话', 'Call')}
          </a>
        ) : null}
      </div>
      {data.photos.length > 0 ? (
        <div className="photos" tabIndex={0} role="group" aria-label={w('照片', 'Photos')}>
          {data.photos.map((p) => (
            <img key={p.id} src={`/api/venues/at/${code}/photos/${p.id}`} alt={p.name.replace(/\.\w+$/, '')} loading="lazy" />
          ))}
        </div>
      ) : null}
      <Items code={code} items={data.items} signedIn={signedIn} open={open} />
      {signedIn && open ? <CountMe code={code} /> : null}
      {data.places.length > 0 ? (
        <section className="section">
          <h2>{w('可以预订', 'To book')}</h2>
          <div className="rows">
            {data.places.map((p) => (
              <RowLink
                key={p.id}
                to={`/v/${code}/book/${p.id}`}
                title={p.name}
                sub={[
                  p.seats ? w(`${p.seats} 人`, `${p.seats} people`) : '',
                  w(`每段 ${p.slotMinutes} 分钟`, `slots of ${p.slotMinutes} minutes`),
                  p.needsApproval ? w('需要审批', 'needs approval') : w('订上即可用', 'no approval needed'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </div>
        </section>
      ) : null}
      <Hours venue={v} />
      <Facts
        rows={[
          [w('类型', 'Kind'), kindName(v.kind)],
          [w('地址', 'Address'), [v.town && townName(v.town), v.address].filter(Boolean).join(' ')],
          [w('设施', 'Facilities'), v.facilities.length > 0 ? v.facilities.map(facilityName).join(w('、', ', ')) : undefined],
          [w('进入', 'Entry'), data.access ? accessName(data.access) : undefined],
          [w('管理单位', 'Run by'), data.org],
          ...(data.honours.length > 0
            ? ([[w('荣誉', 'Honours'), data.honours.map((y) => w(`${y} 年最美站点`, `Finest station ${y}`)).join(w('、', ', '))]] as const)
            : []),
        ]}
      />
      {data.about ? <p className="spoken">{data.about}</p> : null}
      <div className="rows">
        <Complain code={code} />
      </div>
      <p className="small">
        {w(`编号 ${v.code}`, `Code ${v.code}`)}
        {' · '}
        <a className="link" href={`/api/venues/at/${v.code}/calendar.ics`}>
          {w('订阅日历', 'Calendar feed')}
        </a>
      </p>
      {signedIn ? null : (
        <p className="small">
          <Link href="/join" className="link">
            {w('还不是会员？扫码入会', 'Not a member yet? Join')}
          </Link>
        </p>
      )}
    </Page>
  )
}
