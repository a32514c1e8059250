import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { newId } from '../../kit/ids.ts'
import { aUnion, region } from '../../test/union.ts'
import { remindReElections } from './re-elections.ts'

const union = await aUnion()
const remind = () => union.db.write({ region, by: system, operation: 'remindReElections', request: newId() }, remindReElections)

test('the head of a station hears once, in one message, of the terms that end in his street', async () => {
  const gulou = await union.as('gulou')
  const ending = await gulou.ask('listEndingTerms', { query: {} })
  expect(ending.rows.length).toBeGreaterThan(0)
  expect(await remind()).toBeGreaterThan(0)
  const inbox = await gulou.ask('listMyMessages', { query: {} })
  const messages = inbox.rows.filter((m) => m.kind === 're-election')
  expect(messages).toHaveLength(1)
  expect(messages[0]!.title.zh).toContain(`${ending.rows.filter((r) => r.town === 110118001).length} 家`)
  expect(await remind()).toBe(0)
  expect((await gulou.ask('listMyMessages', { query: {} })).rows.filter((m) => m.kind === 're-election')).toHaveLength(1)
})
