import { type Register, register } from '@gongyou/contract/registers/register.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { publishRegister } from '../features/registers/index.ts'
import { system } from '../kit/actor.ts'
import { newId } from '../kit/ids.ts'
import { type Union, region } from './union.ts'

/** A register with everything the engine can do: a key, a sealed field, a choice, money, days of its own. */
export const routes = register({
  code: 'test-routes',
  revision: 1,
  title: t('测试线路', 'Test routes'),
  summary: t('供测试使用。', 'For tests.'),
  owner: 'none',
  named: 'name',
  key: ['name'],
  form: {
    name: { kind: 'text', max: 40, label: t('名称', 'Name') },
    sort: {
      kind: 'choice',
      label: t('类别', 'Kind'),
      options: [
        { code: 'health', label: t('疗养', 'Recuperation') },
        { code: 'study', label: t('研学', 'Study') },
      ],
    },
    price: { kind: 'money', max: 1_000_000, optional: true, label: t('价格', 'Price') },
    days: { kind: 'number', min: 1, max: 30, optional: true, label: t('天数', 'Days') },
    phone: { kind: 'text', form: 'phone', optional: true, secrecy: 'P2', label: t('联系电话', 'Phone') },
    account: { kind: 'text', max: 40, optional: true, secrecy: 'P3', label: t('结算账号', 'Account') },
    tags: {
      kind: 'many',
      optional: true,
      label: t('适合人群', 'For whom'),
      options: [
        { code: 'young', label: t('青年', 'Young') },
        { code: 'women', label: t('女职工', 'Women') },
      ],
    },
    from: { kind: 'date', optional: true, label: t('开放日期', 'Opens on') },
    paper: { kind: 'files', accept: 'any', optional: true, label: t('协议', 'Agreement') },
  },
  validity: { from: 'from', months: 12 },
  columns: ['sort', 'price', 'phone'],
})

/** Publishes a register into a union under test. */
export const keep = (union: Union, declared: Register) =>
  union.db.write({ region, by: system, operation: 'test', request: newId() }, (work) =>
    publishRegister(work, declared, { by: 'officer', because: '测试' }),
  )

/** The organisation of this name. */
export const orgNamed = async (union: Union, name: string) =>
  (await union.owner.query<{ id: string }>('select id from organisations.org where name = $1', [name])).rows[0]!.id
