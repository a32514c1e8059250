import type { AboutHotline } from '@gongyou/contract/hotline/routes.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { w } from '../../kit/text.ts'
import { type Answer, numberMeans, numberName, percent } from './words.ts'

type Seen = ReplyOf<Routes['getHotlineRates']>
type Open = (about: AboutHotline, answer?: Answer) => void
type Chosen = { about?: AboutHotline | undefined; answer?: Answer | undefined }
type Place = { chosen: Chosen; onOpen: Open }

/** A number that opens its orders. */
const Opens = ({ n, about, answer, says, chosen, onOpen }: Place & { n: number; about: AboutHotline; answer?: Answer; says: string }) => (
  <button
    type="button"
    className="source-number"
    aria-label={`${numberName(about)} ${says} ${n}`}
    aria-pressed={chosen.about === about && chosen.answer === answer}
    onClick={() => onOpen(about, answer)}
  >
    {n.toLocaleString()}
  </button>
)

const Rate = ({ about, rate, ...place }: Place & { about: 'responded' | 'solved' | 'satisfied'; rate: Seen['responded'] }) => (
  <div className="rate">
    <div className="rate-name">{numberName(about)}</div>
    <div className="rate-number">{percent(rate.rate)}</div>
    <div>
      {rate.of === 0 ? (
        <>{w('没有联系上的回访，无法计算', 'nobody was reached: no rate can be given')}</>
      ) : (
        <>
          <Opens {...place} n={rate.yes} about={about} answer="yes" says={w('是', 'yes')} />
          {' / '}
          <Opens {...place} n={rate.of} about={about} answer="reached" says={w('已联系上', 'reached')} />
          {w('，其中否 ', ', no: ')}
          <Opens {...place} n={rate.of - rate.yes} about={about} answer="no" says={w('否', 'no')} />
        </>
      )}
      {rate.unreached > 0 && (
        <>
          {w('；', '; ')}
          <Opens {...place} n={rate.unreached} about={about} answer="unreached" says={w('未联系上', 'not reached')} />
          {w(' 次未联系上', ' not reached')}
        </>
      )}
    </div>
    <div className="small quiet">{numberMeans(about)}</div>
  </div>
)

const Plain = ({ about, n, ...place }: Place & { about: AboutHotline; n: number }) => (
  <div className="count">
    <dt>{numberName(about)}</dt>
    <dd>
      <Opens {...place} n={n} about={about} says="" />
      <div className="small quiet">{numberMeans(about)}</div>
    </dd>
  </div>
)

/** The three rates, each with what it was divided by; beneath them what they do not show. */
export const Rates = ({ rates: r, ...place }: Place & { rates: Seen }) => (
  <>
    <section className="sheet rates" aria-label={w('三率', 'Rates')}>
      <Rate {...place} about="responded" rate={r.responded} />
      <Rate {...place} about="solved" rate={r.solved} />
      <Rate {...place} about="satisfied" rate={r.satisfied} />
    </section>
    <section className="sheet" aria-label={w('其他数字', 'Other numbers')}>
      <dl className="counts">
        <Plain {...place} about="received" n={r.received} />
        <div className="count">
          <dt>{numberName('answered')}</dt>
          <dd>
            {percent(r.answeredInTime.rate)}{' '}
            <span className="quiet">
              {w('（', '(')}
              <Opens {...place} n={r.answeredInTime.yes} about="answered" answer="yes" says={w('在期', 'in time')} />
              {' / '}
              <Opens {...place} n={r.answeredInTime.of} about="answered" says={w('全部', 'all')} />
              {w('，超期 ', ', late ')}
              <Opens {...place} n={r.answeredInTime.of - r.answeredInTime.yes} about="answered" answer="no" says={w('超期', 'late')} />
              {w('）', ')')}
            </span>
            <div className="small quiet">{numberMeans('answered')}</div>
          </dd>
        </div>
        <Plain {...place} about="calledBack" n={r.calledBack} />
        <Plain {...place} about="again" n={r.handledAgain} />
        <Plain {...place} about="closed" n={r.closed} />
        <Plain {...place} about="reopened" n={r.reopenedWithin30Days} />
        <Plain {...place} about="notOurs" n={r.notOurs} />
        <Plain {...place} about="elsewhere" n={r.elsewhere} />
      </dl>
      <p className="rates-note small quiet">
        {w(
          '口径：每次回访计一次，同一工单重新办理后再回访，两次都计入；未联系上的不进分母。工单归现承办单位。这里只列能逐件核对的比例；热线考核的计分公式未公开，需由本会另行设定，本页不作推算。',
          'Each call counts once: an order called back again after it was handled again counts twice; calls that reached nobody are in no denominator. An order belongs to whoever handles it now. Only what can be checked order by order is shown: how the hotline itself scores is not public and is not guessed here.',
        )}
      </p>
    </section>
  </>
)
