import { newFormOccupations } from '@gongyou/contract/codes/work-codes.ts'
import { Button } from '../../kit/Button.tsx'
import { Field } from '../../kit/Field.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { type PageGiven, type StepGiven, StepPage } from './StepPage.tsx'
import { Tiles, shortName } from './Tiles.tsx'

type Given = StepGiven & { page: PageGiven; platforms: readonly string[]; next: () => void }

/** What one does and for whom. May be skipped; a rider may tick several platforms. */
export const WorkStep = ({ draft, change, page, platforms, next }: Given) => {
  const filled = Boolean(draft.occupation || draft.platforms.length > 0 || draft.employer)
  return (
    <StepPage
      page={page}
      foot={
        <Button look="primary" onClick={next}>
          {filled ? w('下一步', 'Next') : w('跳过，以后再填', 'Skip for now')}
        </Button>
      }
    >
      <Tiles
        kind="radio"
        legend={w('做什么工作', 'What do you do')}
        name="occupation"
        choices={newFormOccupations.map((o) => ({ value: o.code, label: say(o) }))}
        chosen={draft.occupation ? [draft.occupation] : []}
        choose={(v) => change({ occupation: draft.occupation === v ? '' : v })}
      />
      {platforms.length > 0 ? (
        <Tiles
          kind="checkbox"
          legend={w('在哪些平台接单（可多选）', 'Which platforms (several)')}
          name="platforms"
          choices={platforms.map((p) => ({ value: p, label: shortName(p) }))}
          chosen={draft.platforms}
          choose={(v) =>
            change({ platforms: draft.platforms.includes(v) ? draft.platforms.filter((p) => p !== v) : [...draft.platforms, v].slice(0, 6) })
          }
        />
      ) : null}
      <Field
        label={w('别的单位（没有可不填）', 'Another employer (if any)')}
        name="employer"
        autoComplete="organization"
        maxLength={60}
        value={draft.employer}
        onChange={(e) => change({ employer: e.target.value })}
        hint={w('写单位全称，工作人员会核对', 'The full name; the staff will check it')}
      />
    </StepPage>
  )
}
