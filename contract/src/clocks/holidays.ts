import { addDays } from '../kit/civil-date.ts'
import type { ExceptionalDay } from '../kit/clock/calendar.ts'

/** One year of holidays as the State Council announced it. */
export type HolidayYear = { readonly year: number; readonly source: string; readonly days: readonly ExceptionalDay[] }

const off = (name: string, from: string, days: number): ExceptionalDay[] =>
  Array.from({ length: days }, (_, i) => ({ on: addDays(from, i), kind: 'holiday', name }))
const work = (name: string, ...on: string[]): ExceptionalDay[] => on.map((day) => ({ on: day, kind: 'workday', name: `${name}调休上班` }))

/** The years a new installation starts with; afterwards the calendar is kept by its administrators. */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    days: [
      ...off('元旦', '2025-01-01', 1),
      ...off('春节', '2025-01-28', 8),
      ...work('春节', '2025-01-26', '2025-02-08'),
      ...off('清明节', '2025-04-04', 3),
      ...off('劳动节', '2025-05-01', 5),
      ...work('劳动节', '2025-04-27'),
      ...off('端午节', '2025-05-31', 3),
      ...off('国庆节、中秋节', '2025-10-01', 8),
      ...work('国庆节', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
    days: [
      ...off('元旦', '2026-01-01', 3),
      ...work('元旦', '2026-01-04'),
      ...off('春节', '2026-02-15', 9),
      ...work('春节', '2026-02-14', '2026-02-28'),
      ...off('清明节', '2026-04-04', 3),
      ...off('劳动节', '2026-05-01', 5),
      ...work('劳动节', '2026-05-09'),
      ...off('端午节', '2026-06-19', 3),
      ...off('中秋节', '2026-09-25', 3),
      ...off('国庆节', '2026-10-01', 7),
      ...work('国庆节', '2026-09-20', '2026-10-10'),
    ],
  },
]
