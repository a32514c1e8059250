import { expect, test } from 'vitest'
import { readAnnouncement } from './announcement.ts'
import { holidayYears } from './holidays.ts'

const notice2026 = `经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`

test('the notice of 2026 as it was published gives the calendar of 2026', () => {
  const known = holidayYears.find((y) => y.year === 2026)!.days
  const read = readAnnouncement(notice2026, 2026)
  expect(read).toEqual(known.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
  expect(read).toHaveLength(39)
})

test('a holiday over two months, a single day, and one line a day are read too', () => {
  const spring = readAnnouncement('二、春节：1月28日（农历除夕、周二）至2月4日放假调休，共8天。1月26日（周日）、2月8日（周六）上班。', 2025)
  expect(spring.filter((d) => d.kind === 'holiday').map((d) => d.on)).toEqual(
    ['28', '29', '30', '31'].map((d) => `2025-01-${d}`).concat(['01', '02', '03', '04'].map((d) => `2025-02-${d}`)),
  )
  expect(readAnnouncement('一、元旦：1月1日（周三）放假1天，不调休。', 2025)).toEqual([{ on: '2025-01-01', kind: 'holiday', name: '元旦' }])
  expect(readAnnouncement('2027-01-01 休 元旦\n2027/1/3，班', 2027)).toEqual([
    { on: '2027-01-01', kind: 'holiday', name: '元旦' },
    { on: '2027-01-03', kind: 'workday', name: '调休上班' },
  ])
})

test('nonsense gives nothing, and never an endless list', () => {
  for (const text of ['', '放假', '一、元旦：13月40日放假', '一、元旦：1月1日至12月31日放假', '2027-02-30 休 无此日'])
    expect(readAnnouncement(text, 2027), text).toEqual([])
})
