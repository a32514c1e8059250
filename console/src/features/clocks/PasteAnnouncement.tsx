import type { HolidayDay } from '@gongyou/contract/clocks/calendar-routes.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { w } from '../../kit/text.ts'

type Props = { year: number; read: (text: string) => HolidayDay[]; onClose: () => void; onRead: (days: HolidayDay[]) => void }

/** The notice as it is published goes in, days come out; they are looked at in the grid before anything is saved. */
export const PasteAnnouncement = ({ year, read, onClose, onRead }: Props) => {
  const [text, setText] = useState('')
  const days = read(text)
  const works = days.filter((d) => d.kind === 'workday').length
  return (
    <Modal
      open
      width={640}
      title={w(`粘贴 ${year} 年的放假通知`, `Paste the notice for ${year}`)}
      okText={w('填入日历', 'Fill the calendar')}
      okButtonProps={{ disabled: days.length === 0 }}
      cancelText={w('不粘贴，逐日标记', 'Mark days one by one')}
      onOk={() => onRead(days)}
      onCancel={onClose}
    >
      <p className="quiet">
        {w(
          '把国务院办公厅通知的正文整段粘贴进来，或每行一天：2027-01-01 休 元旦。填入后会替换这一年现有的标记，可再逐日修改。',
          'Paste the whole text of the State Council’s notice, or one day a line: 2027-01-01 休 元旦. It replaces the marks of this year; single days can be changed afterwards.',
        )}
      </p>
      <Input.TextArea
        autoFocus
        rows={10}
        value={text}
        onChange={(e) => setText(e.target.value)}
        aria-label={w('通知正文', 'Text of the notice')}
        placeholder={w('一、元旦：1月1日（周五）至3日（周日）放假，共3天。……', '一、元旦：1月1日（周五）至3日（周日）放假，共3天。……')}
      />
      <p aria-live="polite" style={{ margin: '8px 0 0' }}>
        {days.length > 0
          ? w(`读出放假 ${days.length - works} 天、调休上班 ${works} 天`, `${days.length - works} days off and ${works} make-up days found`)
          : text.trim()
            ? w(`没有读出 ${year} 年的日期，请粘贴通知全文，或每行一天`, `No days of ${year} were found; paste the whole notice, or one day a line`)
            : ''}
      </p>
    </Modal>
  )
}
