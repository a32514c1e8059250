import { Link } from 'wouter'
import { day, shortDay } from '../../kit/day.ts'
import { Icon } from '../../kit/Icon.tsx'
import { Page } from '../../kit/Page.tsx'
import { Facts } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import type { Receipt } from './draft.ts'

/** What happened, the number, what comes next and by when. */
export const ReceiptPage = ({ receipt, phone }: { receipt: Receipt; phone: string | null }) => (
  <Page
    title={w('已收到您的申请', 'We have your application')}
    foot={
      <Link href="/" className="button primary">
        {w('回首页', 'Home')}
      </Link>
    }
  >
    <p className="received">
      <Icon name="done" size={28} />
      <span>{w(`${shortDay(receipt.dueOn)}前答复您`, `Answer by ${shortDay(receipt.dueOn)}`)}</span>
    </p>
    <Facts
      rows={[
        [w('编号', 'Number'), receipt.number],
        [w('办理单位', 'Handled by'), receipt.org.name],
        [w('最晚答复', 'Answer by'), day(receipt.dueOn)],
      ]}
    />
    <section className="section">
      <h2>{w('接下来', 'What comes next')}</h2>
      <ol className="next">
        <li>{w('工作人员核对您填的内容，不用您再做什么。', 'The staff check what you filled in; nothing more for you to do.')}</li>
        <li>{w('通过后您会收到消息，会员卡就在这部手机里。', 'When accepted you get a message, and the card is on this phone.')}</li>
        <li>{w('如果还差什么，会告诉您差哪一样、怎么补。', 'If something is missing, you are told what, and how to add it.')}</li>
      </ol>
    </section>
    <Link href="/me/application" className="button">
      {w('看申请进度', 'See how it stands')}
    </Link>
    <a href={`tel:${phone ?? '12351'}`} className="link">
      {w(`有疑问，拨打 ${phone ?? '12351'}`, `Questions: call ${phone ?? '12351'}`)}
    </a>
  </Page>
)
