import type { Service } from '@gongyou/contract/cases/service.ts'
import { startFields } from '@gongyou/contract/cases/service.ts'
import type { Answers } from '@gongyou/contract/forms/index.ts'
import { askedFields } from '@gongyou/contract/forms/index.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { w } from '../../../kit/text.ts'
import { AnswersForm } from './AnswersForm.tsx'
import { shown } from './fields.tsx'

/** Fields without headings are shown so many on a screen, as the phone does it. */
const aScreen = 5

/** The names of the fields by screen: a section begins a new one. */
export const screensOf = (asked: readonly (readonly [string, { section?: unknown }])[]): string[][] => {
  const screens: string[][] = []
  const sections = asked.some(([, f]) => f.section)
  for (const [name, field] of asked) {
    const last = screens.at(-1)
    if (!last || (sections ? field.section !== undefined : last.length >= aScreen)) screens.push([name])
    else last.push(name)
  }
  return screens
}

/** The form as a worker meets it on the phone; what is typed here shows which fields come and go, and is kept nowhere. */
export const PhonePreview = ({ service }: { service: Service }) => {
  const [answers, setAnswers] = useState<Answers>({})
  const [wanted, setWanted] = useState(0)
  const screens = screensOf(askedFields(service.form, answers, startFields(service)))
  const at = Math.min(wanted, Math.max(screens.length - 1, 0))
  return (
    <aside className="phone" aria-label={w('手机预览', 'Phone preview')}>
      <p className="quiet small">{w('手机预览：可以试着填，不会保存', 'Phone preview: try it, nothing is kept')}</p>
      <div className="phone-frame">
        <h3>{shown(service.title)}</h3>
        <p className="quiet small">{shown(service.summary)}</p>
        {screens.length > 1 && <p className="quiet small">{w(`第 ${at + 1} 步，共 ${screens.length} 步`, `Step ${at + 1} of ${screens.length}`)}</p>}
        {screens.length === 0 && <p className="empty">{w('申请时没有要填的内容', 'Nothing is asked')}</p>}
        <AnswersForm form={service.form} names={screens[at] ?? []} answers={answers} onChange={setAnswers} />
        <div className="phone-buttons">
          {at > 0 && <Button onClick={() => setWanted(at - 1)}>{w('上一步', 'Back')}</Button>}
          <Button type="primary" block onClick={() => setWanted(at < screens.length - 1 ? at + 1 : 0)}>
            {at < screens.length - 1 ? w('下一步', 'Next') : w('提交申请', 'Apply')}
          </Button>
        </div>
      </div>
    </aside>
  )
}
