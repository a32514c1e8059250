import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { entryWords } from '@gongyou/contract/membership/words.ts'
import { Link } from 'wouter'
import { day, moment } from '../../kit/day.ts'
import { say } from '../../kit/language.ts'
import { Page } from '../../kit/Page.tsx'
import { Facts, Row, RowLink } from '../../kit/Row.tsx'
import { w } from '../../kit/text.ts'
import { Consents } from './Consents.tsx'
import { IdNumber } from './IdNumber.tsx'
import { Kept } from './Kept.tsx'
import { Loaded } from './Loaded.tsx'

/** The word for a stored code, or that nothing is filled in. */
const word = (list: keyof typeof entryWords, code: string | number | null) => {
  if (code === null) return <span className="small">{w('未填', 'Not given')}</span>
  const text = entryWords[list](String(code))
  return text ? say(text) : String(code)
}

const Person = ({ person: p }: { person: MyData['person'] }) => (
  <section className="section">
    <h2>{w('本人', 'Person')}</h2>
    <Facts
      rows={[
        [w('姓名', 'Name'), p.name],
        [w('证件', 'Document'), word('idType', p.idType)],
        [w('证件号码', 'ID number'), <IdNumber key="id" masked={p.idMasked} />],
        [w('性别', 'Sex'), word('sex', p.sex)],
        [w('出生日期', 'Born'), p.birthOn ? day(p.birthOn) : null],
        [w('手机号', 'Phone'), p.mobile],
        [w('学历', 'Education'), word('education', p.education)],
        [w('民族', 'Ethnicity'), word('ethnicity', p.ethnicity)],
        [w('户籍', 'Household'), word('householdType', p.householdType)],
        [w('现居住地', 'Lives in'), word('town', p.residenceTown)],
        [w('技能等级', 'Skill level'), word('skillLevel', p.skillLevel)],
        [w('职称', 'Title'), word('title', p.title)],
      ]}
    />
    <div className="rows">
      <RowLink to="/me/mobile" title={w('换手机号', 'Change the phone number')} />
      <RowLink to="/me/edit" title={w('更正学历、住址等', 'Correct education, residence …')} />
      <RowLink
        to="/me/ask"
        title={w('姓名、证件有误', 'Name or ID is wrong')}
        sub={w('由服务站核对证件后更正', 'The station corrects it after seeing the card')}
      />
    </div>
  </section>
)

const Work = ({ data }: { data: MyData }) => (
  <section className="section">
    <h2>{w('工作', 'Work')}</h2>
    <div className="rows">
      {data.employments.map((e) => (
        <Row
          key={e.id}
          title={e.employer}
          sub={[
            e.occupation ? word('occupation', e.occupation) : null,
            `${day(e.since)} ${w('起', 'onwards')}`,
            e.until ? `${day(e.until)} ${w('止', 'ended')}` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
      <RowLink to="/me/work" title={w('更正工作信息', 'Correct work details')} />
    </div>
  </section>
)

const Papers = ({ data }: { data: MyData }) => (
  <>
    <section className="section">
      <h2>{w('会籍与经过', 'Membership and history')}</h2>
      {data.membership ? (
        <Facts
          rows={[
            [w('所在工会', 'Union'), data.membership.org.name],
            [w('状态', 'Status'), word('status', data.membership.status)],
            [w('卡号', 'Card'), data.membership.cardNumber],
            [w('入会日期', 'Joined'), data.membership.joinedOn ? day(data.membership.joinedOn) : null],
          ]}
        />
      ) : null}
      <div className="rows">
        {data.history.map((h) => (
          <Row key={h.id} title={say(h.what)} sub={[day(h.day), h.org].filter(Boolean).join(' · ')} />
        ))}
      </div>
    </section>
    {data.applications.length > 0 ? (
      <section className="section">
        <h2>{w('申请', 'Applications')}</h2>
        <div className="rows">
          {data.applications.map((a) => (
            <Row key={a.id} title={a.number} sub={`${a.org.name} · ${moment(a.submittedAt)}`} end={word('status', a.status)} />
          ))}
        </div>
      </section>
    ) : null}
    <section className="section">
      <h2>{w('消息与文件', 'Messages and files')}</h2>
      <div className="rows">
        <RowLink to="/inbox" title={w(`消息 ${data.messages.total} 条`, `Messages: ${data.messages.total}`)} />
        {data.files.map((f) => (
          <Row key={f.id} title={f.name} sub={moment(f.at)} />
        ))}
        {data.files.length === 0 ? <Row title={w('没有保存您的文件', 'No files of yours are kept')} /> : null}
      </div>
    </section>
  </>
)

/** Everything the union holds about the person who looks. */
export const DataPage = () => (
  <Loaded title={w('我的信息', 'My data')} back="/me">
    {(data) => (
      <Page title={w('我的信息', 'My data')} back="/me">
        <p className="small">
          {w('这是工会保存的您的全部信息。', 'This is everything the union holds about you.')}{' '}
          <Link className="link" href="/me/seen">
            {w('谁看过', 'Who looked')}
          </Link>
        </p>
        <Person person={data.person} />
        <Work data={data} />
        <Papers data={data} />
        <Kept kept={data.kept} />
        <Consents data={data} />
      </Page>
    )}
  </Loaded>
)
