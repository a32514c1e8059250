import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { contestTitles } from '@gongyou/contract/skills/codes.ts'
import { useQuery } from '@tanstack/react-query'
import { ask, asking } from '../../kit/api.ts'
import { day } from '../../kit/day.ts'
import { wordsOf } from '../../kit/failure.ts'
import { language } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { Row, RowLink } from '../../kit/Row.tsx'
import { SignedIn } from '../../kit/SignedIn.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { Rate } from '../activities/Rate.tsx'

const titleName = (code: string) => contestTitles.find((t) => t.code === code)?.[language()] ?? code
const doneWord = (completed: boolean | null) =>
  completed === null ? w('在学', 'under way') : completed ? w('已结业', 'completed') : w('未结业', 'not completed')

/** While a result is posted, its line leads to where one may object. */
const Contest = ({ c }: { c: ReplyOf<Routes['mySkills']>['contests'][number] }) => {
  const given = {
    title: `${c.trade} · ${c.contest}`,
    sub: [
      day(c.on),
      c.title ? titleName(c.title) : '',
      c.noticeUntil ? w(`公示到 ${day(c.noticeUntil)}，可提异议`, `posted until ${day(c.noticeUntil)}`) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    end: c.place === null ? '—' : w(`第 ${c.place} 名`, `place ${c.place}`),
  }
  return c.noticeUntil ? <RowLink to={`/objection/${c.contestId}/${c.tradeId}`} {...given} /> : <Row {...given} />
}

const Course = ({ c }: { c: ReplyOf<Routes['mySkills']>['courses'][number] }) => {
  const sub = [c.academy, day(c.from), w(`${c.hours / 10} 课时`, `${c.hours / 10} hours`), c.certificate ? doneWord(c.completed) : '']
    .filter(Boolean)
    .join(' · ')
  if (!c.certificate) return <Row title={c.name} sub={sub} end={doneWord(c.completed)} />
  return (
    <a className="row" href={`/api/skills/certificates/${c.certificate}/pdf`}>
      <span className="text">
        <span className="title">{c.name}</span>
        <span className="sub">{sub}</span>
      </span>
      <span className="end">{w('证书', 'PDF')}</span>
    </a>
  )
}

const Mine = () => {
  const mine = useQuery(asking('mySkills', {}))
  const p = mine.data
  // The certificate of a course is reached from the course.
  const titles = p?.certificates.filter((c) => !p.courses.some((k) => k.certificate === c.code)) ?? []
  const nothing = p && p.contests.length + p.courses.length + p.certificates.length === 0
  return (
    <Page title={w('我的技能护照', 'My skill passport')} back="/me">
      {mine.isPending ? <Skeleton lines={5} /> : null}
      {mine.isError ? <Notice tone="wrong">{wordsOf(mine.error)}</Notice> : null}
      {nothing ? (
        <p>
          {w(
            '还没有记录。参加工会的技能竞赛或工匠学院培训后，名次、结业和称号都会记在这里。',
            'Nothing yet. Places, courses and titles appear here once you have taken part.',
          )}
        </p>
      ) : null}
      {titles.length > 0 ? (
        <section className="section">
          <h2>{w('称号和证书', 'Titles and certificates')}</h2>
          <div className="rows">
            {titles.map((c) => (
              <a key={c.code} className="row" href={`/api/skills/certificates/${c.code}/pdf`}>
                <span className="text">
                  <span className="title">{c.award}</span>
                  <span className="sub">
                    {c.reason} · {c.number}
                  </span>
                </span>
                <span className="end">{w('下载', 'PDF')}</span>
              </a>
            ))}
          </div>
        </section>
      ) : null}
      {p && p.contests.length > 0 ? (
        <section className="section">
          <h2>{w('竞赛', 'Contests')}</h2>
          <div className="rows">
            {p.contests.map((c) => (
              <Contest key={c.tradeId} c={c} />
            ))}
          </div>
        </section>
      ) : null}
      {p && p.courses.length > 0 ? (
        <section className="section">
          <h2>{w('培训', 'Courses')}</h2>
          <div className="rows">
            {p.courses.map((c) => (
              <Course key={`${c.name}${c.from}`} c={c} />
            ))}
          </div>
          {p.courses.map((c) =>
            c.rateable ? (
              <Rate
                key={c.rateable}
                asks={w(`“${c.name}”怎么样`, `How was “${c.name}”?`)}
                send={(body) => ask('rateClass', { params: { id: c.rateable! }, body })}
                onDone={() => mine.refetch()}
              />
            ) : null,
          )}
        </section>
      ) : null}
      {p && p.inPool.length > 0 ? (
        <p className="small">
          {w(
            `您已列入技能人才库（${p.inPool.map((x) => x.trade).join('、')}）。不愿再列入，请联系工会职工发展部。`,
            `You stand in the pool of skilled people (${p.inPool.map((x) => x.trade).join(', ')}). Tell the union if you no longer want to.`,
          )}
        </p>
      ) : null}
    </Page>
  )
}

/** 技能护照: what one has learnt, tried and won, in one place. */
export const PassportPage = () => (
  <SignedIn
    title={w('我的技能护照', 'My skill passport')}
    back="/"
    why={w('登录后可以看到自己的竞赛、培训和称号。', 'Sign in to see your contests, courses and titles.')}
  >
    <Mine />
  </SignedIn>
)
