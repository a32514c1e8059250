import { readScore } from '@gongyou/contract/skills/scoring.ts'
import type { FastifyRequest } from 'fastify'
import { receiveSheet } from '../../kit/sheets/receive-sheet.ts'
import type { PaperRow } from './paper-scores.ts'

const titles = { blind: ['编号', '考号', '抽签号', '密号', '号码'], score: ['成绩', '分数', '得分', '理论成绩', '总分'] } as const
type Field = keyof typeof titles
const fieldOf = (title: string): Field | undefined => {
  const plain = title.replace(/[\s（）()分*]/g, '')
  return (Object.keys(titles) as Field[]).find((f) => titles[f].some((word) => plain === word.replace('分', '') || title.trim() === word))
}

type Row = PaperRow & { row: number }
type Doing = {
  dry: boolean
  /** Judges the rows and leaves everything as it is. */
  tried: (rows: Row[]) => Promise<{ bad: { at: number; says: string }[]; replaces: number }>
  enter: (rows: Row[]) => Promise<{ entered: number; replaces: number; batch: string }>
}

/** Scores of written papers from a spreadsheet: every row that cannot stand is named, and nothing is entered unless all can. */
export const importPapers = async (request: FastifyRequest, { dry, tried, enter }: Doing) => {
  const sheet = await receiveSheet(request, {
    mostRows: 1000,
    knownTitles: Object.values(titles).flat(),
    fieldOf,
    must: ['blind', 'score'],
    unreadable: 'skills.list-refused',
    noHeader: 'skills.no-header',
    tooLong: 'skills.too-many-rows',
  })
  const unread: { row: number; says: string }[] = []
  const read: Row[] = []
  for (const { number, cells } of sheet.rows) {
    const [blind, score] = [cells.get('blind')?.text.trim() ?? '', readScore(cells.get('score')?.text ?? '')]
    if (!/^\d{1,5}$/.test(blind) || Number(blind) === 0) unread.push({ row: number, says: '编号应是抽签得到的号码' })
    else if (score === undefined) unread.push({ row: number, says: '成绩应是最多两位小数的数' })
    else read.push({ row: number, blind: Number(blind), score })
  }
  const { bad, replaces } = await tried(read)
  const told = {
    rows: sheet.rows.length,
    replaces,
    bad: [...unread, ...bad.map((b) => ({ row: read[b.at]!.row, says: b.says }))].toSorted((a, b) => a.row - b.row),
  }
  if (dry || told.bad.length > 0 || read.length === 0) return { ...told, entered: 0, batch: null }
  return { ...told, ...(await enter(read)) }
}
