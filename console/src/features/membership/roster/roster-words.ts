import { type RosterFieldCode, rosterFields } from '@gongyou/contract/membership/roster-fields.ts'
import type { RosterBatch } from '@gongyou/contract/membership/roster.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'

export const fieldName = (code: RosterFieldCode) => say(rosterFields.find((f) => f.code === code)!.title)

export const stateName = (s: RosterBatch['state']) =>
  ({
    uploaded: w('待对应列', 'Columns to be told'), mapped: w('等待检查', 'Waiting for the check'), checking: w('检查中', 'Being checked'), checked: w('待导入', 'Ready to import'), committing: w('导入中', 'Being imported'),
    done: w('已导入', 'Imported'), failed: w('中断', 'Broken off'), undoing: w('撤销中', 'Being undone'), undone: w('已撤销', 'Undone'), discarded: w('已放弃', 'Dropped'),
  })[s]

export const atWork = (s: RosterBatch['state']) => s === 'mapped' || s === 'checking' || s === 'committing' || s === 'undoing'

export const rowsOf = (n: number) => w(`${n.toLocaleString()} 行`, `${n.toLocaleString()} ${n === 1 ? 'row' : 'rows'}`)
export const personsOf = (n: number) => w(`${n.toLocaleString()} 人`, n.toLocaleString())
