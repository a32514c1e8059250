import { Link } from 'wouter'
import { day, shortDay } from '../../kit/day.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import type { Waiting } from './outbox.ts'

/** What happened, the number, what comes next and when. */
export const Received = ({ entry }: { entry: Waiting }) => {
  const receipt = entry.receipt
  if (!receipt) return null
  const { number, dueOn, says, id } = receipt
  return (
    <Page
      title={entry.kind === 'supply' ? w('已收到补充的材料', 'Your papers have arrived') : w('已收到您的申请', 'We have your application')}
      foot={
        <Link href="/" className="button primary">
          {w('回首页', 'Home')}
        </Link>
      }
    >
      <p className="received">
        <Icon name="done" size={28} />
        <span>{dueOn ? w(`预计 ${shortDay(dueOn)}前答复`, `Answer expected by ${shortDay(dueOn)}`) : w('已收到', 'Received')}</span>
      </p>
      <Facts
        rows={[
          [w('事项', 'Service'), entry.title],
          [w('编号', 'Number'), number],
          ...(dueOn ? [[w('最晚答复', 'Answer by'), day(dueOn)] as const] : []),
        ]}
      />
      <section className="section">
        <h2>{w('接下来', 'What comes next')}</h2>
        <ol className="next">
          {says ? <li>{says}</li> : null}
          <li>{w('每有进展都会发消息给您。', 'You get a message at every step.')}</li>
          <li>{w('差材料会告诉您差哪一样，就在手机上补。', 'If something is missing you are told what, and add it by phone.')}</li>
        </ol>
      </section>
      <Link href={`/cases/${id}`} className="button">
        {w('看办理进度', 'See how it stands')}
      </Link>
    </Page>
  )
}
