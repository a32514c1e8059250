import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import type { Search } from '../../kit/ListPage.tsx'
import { w } from '../../kit/text.ts'
import { CalendarTab } from './CalendarTab.tsx'
import './clocks.css'
import '../../kit/clock.css'
import { RulesTab } from './RulesTab.tsx'
import { TryTab } from './TryTab.tsx'

/** Time limits: the calendar they are counted by, the rules, and a calculator. */
export const ClocksPage = () => {
  const { tab } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  return (
    <>
      <div className="page-head">
        <h1>{w('时限与日历', 'Time limits and calendar')}</h1>
      </div>
      <Tabs
        activeKey={tab ?? 'calendar'}
        onChange={(key) => go({ to: '.', search: (key === 'calendar' ? {} : { tab: key }) as never })}
        destroyOnHidden
        items={[
          { key: 'calendar', label: w('日历', 'Calendar'), children: <CalendarTab /> },
          { key: 'rules', label: w('时限规则', 'Rules'), children: <RulesTab /> },
          { key: 'try', label: w('算一算期限', 'Try a date'), children: <TryTab /> },
        ]}
      />
    </>
  )
}
