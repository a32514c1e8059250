import { type Field, type Form, namesIn } from '../forms/index.ts'
import { type Text, t } from '../kit/text.ts'
import { resultFaults } from './no-results.ts'
import { type ActivityKind, type Eligibility, type KindFault, personNames } from './kind.ts'

/** Limits of a sane kind (setting). */
export const most = { fields: 60, questions: 40, rules: 20 } as const

const fault = (path: string, zh: string, en: string): KindFault[] => [{ path, says: t(zh, en) }]

const spelt = (path: string, form: Form): KindFault[] =>
  Object.keys(form)
    .filter((name) => !/^[a-z][A-Za-z0-9]{0,39}$/.test(name))
    .flatMap((name) => fault(`${path}.${name}`, '字段名只能用英文字母和数字，以小写字母开头', 'Letters and digits only'))

const conditions = (path: string, form: Form): KindFault[] =>
  Object.entries(form).flatMap(([name, f]) =>
    f.when
      ? namesIn(f.when)
          .filter((n) => !Object.hasOwn(form, n))
          .flatMap((n) => fault(`${path}.${name}.when`, `没有“${n}”这一项`, `There is no field “${n}”`))
      : [],
  )

/** Rules ask about what the registry knows; nothing else is known before anybody signs up. */
export const ruleFaults = (rules: readonly Eligibility[], path = 'rules'): KindFault[] => [
  ...(rules.length > most.rules ? fault(path, `最多 ${most.rules} 条`, `At most ${most.rules}`) : []),
  ...rules.flatMap((r, i) =>
    namesIn(r.holds)
      .filter((n) => !(personNames as readonly string[]).includes(n))
      .flatMap((n) => fault(`${path}.${i}`, `没有“${n}”这一项`, `There is no “${n}”`)),
  ),
]

/** A file cannot be taken in a rush: it would have to be looked up for everybody who stands in the queue. */
const inARush: readonly string[] = ['files', 'signature', 'person', 'organisation', 'employer']

export const questionFaults = (questions: Form, path = 'questions'): KindFault[] => [
  ...spelt(path, questions),
  ...conditions(path, questions),
  ...Object.entries(questions).flatMap(([name, f]) =>
    inARush.includes(f.kind)
      ? fault(`${path}.${name}`, '报名时不能上传文件或选择记录，请改用文字或选项', 'Ask for words or a choice at sign-up')
      : [],
  ),
  ...(Object.keys(questions).length > most.questions ? fault(path, `最多 ${most.questions} 项`, `At most ${most.questions}`) : []),
]

/** The questions one activity adds to those of its kind: what the kind promises binds them too. */
export const askedFaults = (kind: ActivityKind, questions: Form): KindFault[] => [
  ...questionFaults(questions),
  ...(kind.noResults ? resultFaults('questions', questions) : []),
]

/** Everything that is wrong with a declaration; empty means that it may be published. Pure, also used by the editor. */
export const kindFaults = (k: ActivityKind): KindFault[] => [
  ...(/^[a-z][a-z0-9-]{1,59}$/.test(k.code) ? [] : fault('code', '编码只能用小写字母、数字和连字符', 'Lower-case letters, digits, hyphens')),
  ...spelt('form', k.form),
  ...conditions('form', k.form),
  ...(Object.keys(k.form).length > most.fields ? fault('form', `最多 ${most.fields} 项`, `At most ${most.fields}`) : []),
  ...questionFaults(k.questions),
  ...(k.splits !== undefined && k.form[k.splits]?.kind !== 'choice' ? fault('splits', '要选方案里的一个单选项', 'Name a choice of the plan') : []),
  ...ruleFaults(k.rules ?? []),
  ...ruleFaults(k.first ?? [], 'first'),
  ...(k.noResults ? [...resultFaults('form', k.form), ...resultFaults('questions', k.questions)] : []),
  ...(k.match && k.counts === 'heads' ? fault('match', '只数人次的活动不能互选', 'Where only heads are counted nobody can be chosen') : []),
  ...(k.match && !Object.values<Field>(k.questions).some((q) => q.kind === 'consent')
    ? fault('match', '可以互选的活动，报名时要有本人的单身声明', 'Whoever may be chosen declares at sign-up to be single')
    : []),
  ...(k.counts === 'heads' && (k.rated || k.hours)
    ? fault(
        'counts',
        '只数人次的活动不知道谁来过，不能评价，也不能计学时',
        'Where only heads are counted nobody can rate, and hours belong to nobody',
      )
    : []),
]

const fixed: Text = t('已有活动按此统计，这里不能再改；请另建类型', 'Activities are counted by this: make a new kind')

/** What a next revision may not change. */
export const kindRevisionFaults = (before: ActivityKind, after: ActivityKind): KindFault[] => [
  ...(before.counts === after.counts ? [] : [{ path: 'counts', says: fixed }]),
  // What was promised to those who signed up is not taken back by the next revision.
  ...(before.noResults && !after.noResults
    ? fault('noResults', '这类活动承诺不留存结果，不能改', 'This kind promises to keep no results; that stays')
    : []),
  ...(before.match && !after.match
    ? fault('match', '这类活动承诺到期删除，不能去掉；请另建类型', 'This kind promises deletion; make a new kind')
    : []),
]
