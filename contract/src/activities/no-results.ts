import type { Field, Form } from '../forms/index.ts'
import { t } from '../kit/text.ts'
import type { KindFault } from './kind.ts'

/** Words of findings. Whoever needs one of them here is about to keep what belongs to the person and the hospital. */
const findings =
  /结果|结论|诊断|检查所见|异常|指标|病|症|血压|血糖|血脂|血型|化验|检验|心电|超声|身高|体重|视力|怀孕|孕|用药|药物|过敏|残疾|阳性|阴性|体征|健康状况|result|finding|diagnos|disease|illness|blood|pressure|weight|pregnan|allerg|medic(?!al institution)/i

/** Nothing can be written freely about somebody: a closed choice, a consent, a phone number; the plan may say what it likes of the hospital. */
const asksOnly = (f: Field) => f.kind === 'choice' || f.kind === 'many' || f.kind === 'consent' || (f.kind === 'text' && f.form === 'phone')
const plansOnly = (f: Field) => f.kind === 'text' || f.kind === 'choice' || f.kind === 'date' || f.kind === 'money' || f.kind === 'number'

const wordsOf = (f: Field): string[] => [
  f.label.zh,
  f.label.en,
  ...(f.kind === 'choice' || f.kind === 'many' ? f.options.flatMap((o) => [o.label.zh, o.label.en]) : []),
]

/** What could hold a finding in a kind that promises to keep none. Run when a kind is published, also at every start. */
export const resultFaults = (path: 'form' | 'questions', form: Form): KindFault[] =>
  Object.entries(form).flatMap(([name, f]): KindFault[] => {
    const at = `${path}.${name}`
    if (!(path === 'questions' ? asksOnly(f) : plansOnly(f)))
      return [
        {
          path: at,
          says: t(
            '这类活动不留存任何结果：报名时只能用选项、同意书和电话',
            'No results are kept here: only choices, consents and a phone number may be asked',
          ),
        },
      ]
    const word = wordsOf(f)
      .map((x) => findings.exec(x)?.[0])
      .find(Boolean)
    return word ? [{ path: at, says: t(`不能询问或留存“${word}”：结果只归本人和医院`, `“${word}” belongs to the person and the hospital`) }] : []
  })
