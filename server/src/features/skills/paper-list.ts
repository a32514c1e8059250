import { readScore } from '@gongyou/contract/skills/scoring.ts'
import type { FastifyRequest } from 'fastify'
import { Refused, textOf } from '../../kit/refuse.ts'
import { receiveSheet } from '../../kit/sheets/receive-sheet.ts'

const titles = { blind: ['编号', '考号', '抽签号', '密号', '号码'], score: ['成绩', '分数', '得分', '理论成绩', '总分'] } as const
type Field = keyof typeof titles
const fieldOf = (title: string): Field | undefined => {
  const plain = title.replace(/[\s（）()分*]/g, '')
  return (Object.keys(titles) as Field[]).find((f) => titles[f].some((word) => plain === word.replace('分', '') || title.trim() === word))
}

type Row = { blind: number; score: number }

/** Scores of written papers from a spreadsheet: nothing is entered unless every row can be. */
export const importPapers = async (request: FastifyRequest, dry: boolean, enter: (rows: Row[]) => Promise<{ entered: number }>) => {
  const sheet = await receiveSheet(request, {
    mostRows: 1000,
    knownTitles: Object.values(titles).flat(),
    fieldOf,
    must: ['blind', 'score'],
    unreadable: 'skills.list-refused',
    noHeader: 'skills.no-header',
    tooLong: 'skills.too-many-rows',
  })
  const bad: { row: number; says: string }[] = []
  const rows: (Row & { row: number })[] = []
  for (const { number, cells } of sheet.rows) {
    const [blind, score] = [cells.get('blind')?.text.trim() ?? '', readScore(cells.get('score')?.text ?? '')]
    if (!/^\d{1,5}$/.test(blind) || Number(blind) === 0) bad.push({ row: number, says: '编号应是抽签得到的号码' })
    else if (score === undefined) bad.push({ row: number, says: '成绩应是最多两位小数的数' })
    else rows.push({ row: number, blind: Number(blind), score })
  }
  if (dry || bad.length > 0 || rows.length === 0) return { rows: sheet.rows.length, entered: 0, bad }
  try {
    return { rows: sheet.rows.length, ...(await enter(rows)), bad }
  } catch (error) {
    if (!(error instanceof Refused) || !error.fields) throw error
    return {
      rows: sheet.rows.length,
      entered: 0,
      bad: error.fields.map((f) => ({ row: rows[Number(f.path.split('.')[1])]?.row ?? 0, says: textOf(f).zh })),
    }
  }
}
