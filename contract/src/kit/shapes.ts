import { z } from 'zod'

/** Civil date in Asia/Shanghai, `YYYY-MM-DD`. A slip of the finger into the year 9999 is refused here, and not where days are added to it. */
export const CivilDate = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', { error: '请填写 1900 至 2199 年之间的日期' })
/** Instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true })
export const Id = z.uuid()
/** One record by its id. */
export const ById = z.object({ id: Id })
/** A name the register knows a record by. */
export const Named = z.object({ id: Id, name: z.string() })
export const Done = z.object({ done: z.literal(true) })

/** Part of a list: keyset cursor, so that page 5,000 costs what page 1 costs. */
export const Page = { after: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }

/** A list answer: rows, the cursor of the next page, and a count that stops at 10,000 (`more` then says so). */
export const listOf = <S extends z.ZodType>(row: S) => z.object({ rows: z.array(row), next: z.string().nullable() })
export const Count = z.object({ count: z.int(), capped: z.boolean() })
/** Yes or no in an address. */
export const Flag = z.enum(['true', 'false']).transform((v) => v === 'true')
