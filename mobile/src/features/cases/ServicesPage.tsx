import type { ServiceCard } from '@gongyou/contract/cases/shapes.ts'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { useKept } from '../../kit/kept.ts'
import { say } from '../../kit/language.ts'
import { useMe } from '../../kit/me.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { RowLink } from '../../kit/Row.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { Stale } from '../../kit/Stale.tsx'
import { w } from '../../kit/text.ts'
import './cases.css'
import { bring, howLong } from './card-words.ts'
import { MyCasesLine } from './MyCasesLine.tsx'

const begunHere = (s: ServiceCard) => s.begunBy.includes('worker')

const fits = (s: ServiceCard, typed: string) => {
  const text = [s.title, s.summary, ...s.papers, ...s.rules]
    .flatMap((x) => [x.zh, x.en])
    .join(' ')
    .toLowerCase()
  return typed
    .toLowerCase()
    .split(/[\s，,、]+/)
    .every((word) => text.includes(word))
}

/** What one may apply for: in a sentence, with what to bring and how long it takes. Public. */
export const ServicesPage = () => {
  const { data, at, failed, error, again } = useKept('listServices')
  const { me } = useMe()
  const [typed, type] = useState('')
  const all = data?.services.filter(begunHere)
  const found = all?.filter((s) => fits(s, typed.trim()))
  return (
    <Page title={w('办事', 'Services')} back="/" bar>
      <Stale at={at} failed={failed} />
      {me?.person ? <MyCasesLine person={me.person.id} /> : null}
      {all && all.length > 5 ? (
        <Field
          label={w('找事项', 'Find a service')}
          type="search"
          name="find"
          autoComplete="off"
          value={typed}
          onChange={(e) => type(e.target.value)}
          hint={w('写一两个字，比如：住院、欠薪、体检', 'A word or two, such as “wages”')}
        />
      ) : null}
      {found && found.length > 0 ? (
        <div className="rows">
          {found.map((s) => (
            <RowLink
              key={s.code}
              to={`/services/${s.code}`}
              title={<strong>{say(s.title)}</strong>}
              sub={
                <>
                  {say(s.summary)}
                  <span className="brief">{[bring(s), howLong(s)].filter(Boolean).join(' · ')}</span>
                </>
              }
            />
          ))}
        </div>
      ) : null}
      {!data && !failed ? <Skeleton lines={8} /> : null}
      {!data && failed ? (
        <>
          <Notice tone="due">{wordsOf(error)}</Notice>
          <Button onClick={() => void again()}>{w('再试一次', 'Try again')}</Button>
        </>
      ) : null}
      {all?.length === 0 ? (
        <p>
          {w(
            '眼下没有可以在手机上办的事项。带身份证到就近的工会服务站，工作人员帮您办。',
            'Nothing can be applied for by phone just now. Bring your ID card to the nearest station; the staff will help.',
          )}
        </p>
      ) : null}
      {all && all.length > 0 && found?.length === 0 ? (
        <p>{w(`没有找到“${typed}”。换个词试试，或打 12351 问一问。`, `Nothing found for “${typed}”. Try another word, or call 12351.`)}</p>
      ) : null}
      <a href="tel:12351" className="link">
        {w('不知道办哪一项？拨打 12351', 'Not sure which? Call 12351')}
      </a>
    </Page>
  )
}
