import type { Field } from '@gongyou/contract/forms/index.ts'
import { textForms } from '@gongyou/contract/forms/names.ts'
import { organisationKinds } from '@gongyou/contract/codes/index.ts'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { patched } from './draft.ts'
import { ColumnsField } from './ColumnsField.tsx'
import { DayField } from './DayField.tsx'
import { OptionsField } from './OptionsField.tsx'
import { RegisterPick } from './RegisterPick.tsx'
import { Count, Pick, PickMany, PickMaybe, Say, SayMaybe, Tick } from './fields.tsx'

type Props = { field: Field; onChange: (f: Field, typing?: string) => void }
const yuan = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100)
const cents = (v: number | undefined) => (v === undefined ? undefined : Math.round(v * 100))

/** The traits that only this kind of field has. */
export const KindProps = ({ field, onChange }: Props) => {
  switch (field.kind) {
    case 'text':
      return (
        <>
          <PickMaybe
            name={w('格式', 'Form')}
            placeholder={w('任意文字', 'Any text')}
            value={field.form}
            options={Object.entries(textForms).map(([value, label]) => ({ value: value as keyof typeof textForms, label: say(label) }))}
            onChange={(form) => onChange(patched(field, { form, ...(form ? { lines: undefined, max: undefined } : {}) }))}
          />
          {!field.form && (
            <>
              <Count
                name={w('最多字数', 'Most characters')}
                value={field.max}
                min={1}
                max={20_000}
                onChange={(max) => onChange(patched(field, { max }))}
              />
              <Tick
                name={w('多行', 'Several lines')}
                checked={(field.lines ?? 1) > 1}
                onChange={(v) => onChange(patched(field, { lines: v ? 3 : undefined, max: v ? Math.max(field.max ?? 0, 500) : field.max }))}
              />
            </>
          )}
        </>
      )
    case 'number':
      return (
        <div className="props-pair">
          <Count
            name={w('最小', 'Least')}
            value={field.min}
            min={-1e12}
            max={1e12}
            decimals={field.decimals ?? 0}
            onChange={(min) => onChange(patched(field, { min }))}
          />
          <Count
            name={w('最大', 'Most')}
            value={field.max}
            min={-1e12}
            max={1e12}
            decimals={field.decimals ?? 0}
            onChange={(max) => onChange(patched(field, { max }))}
          />
          <SayMaybe name={w('单位', 'Unit')} text={field.unit} max={10} onChange={(unit) => onChange(patched(field, { unit }), 'unit')} />
          <Count
            name={w('小数位数', 'Decimals')}
            value={field.decimals}
            max={6}
            onChange={(decimals) => onChange(patched(field, { decimals: decimals || undefined }))}
          />
        </div>
      )
    case 'money':
      return (
        <div className="props-pair">
          <Count
            name={w('最少', 'Least')}
            after={w('元', 'yuan')}
            decimals={2}
            max={1e11}
            value={yuan(field.min)}
            onChange={(v) => onChange(patched(field, { min: cents(v) }))}
          />
          <Count
            name={w('最多', 'Most')}
            after={w('元', 'yuan')}
            decimals={2}
            max={1e11}
            value={yuan(field.max)}
            onChange={(v) => onChange(patched(field, { max: cents(v) }))}
          />
        </div>
      )
    case 'date':
      return (
        <>
          <DayField name={w('最早', 'Not before')} bound={field.notBefore} onChange={(notBefore) => onChange(patched(field, { notBefore }))} />
          <DayField name={w('最晚', 'Not after')} bound={field.notAfter} onChange={(notAfter) => onChange(patched(field, { notAfter }))} />
        </>
      )
    case 'choice':
      return <OptionsField options={field.options} onChange={(options) => onChange({ ...field, options }, 'options')} />
    case 'many':
      return (
        <>
          <OptionsField options={field.options} onChange={(options) => onChange({ ...field, options }, 'options')} />
          <div className="props-pair">
            <Count name={w('至少选', 'At least')} value={field.min} max={200} onChange={(min) => onChange(patched(field, { min }))} />
            <Count name={w('最多选', 'At most')} value={field.max} min={1} max={200} onChange={(max) => onChange(patched(field, { max }))} />
          </div>
        </>
      )
    case 'organisation':
      return (
        <PickMany
          name={w('只能选这些类型', 'Only of these kinds')}
          placeholder={w('任何组织', 'Any')}
          values={field.kinds ?? []}
          options={organisationKinds.map((k) => ({ value: k.code as string, label: k[language()] }))}
          onChange={(kinds) => onChange(patched(field, { kinds: kinds.length > 0 ? kinds : undefined }))}
        />
      )
    case 'entry':
      return <RegisterPick register={field.register} onChange={(register) => onChange({ ...field, register })} />
    case 'address':
      return (
        <Tick
          name={w('还要地图上的位置', 'With a point on the map')}
          checked={field.point === true}
          onChange={(v) => onChange(patched(field, { point: v ? true : undefined }))}
        />
      )
    case 'table':
      return (
        <>
          <ColumnsField columns={field.columns} onChange={(columns, typing) => onChange({ ...field, columns }, typing)} />
          <div className="props-pair">
            <Count name={w('至少几行', 'At least')} value={field.min} max={200} onChange={(min) => onChange(patched(field, { min }))} />
            <Count name={w('最多几行', 'At most')} value={field.max} min={1} max={200} onChange={(max) => onChange(patched(field, { max }))} />
          </div>
        </>
      )
    case 'files':
      return (
        <>
          <Pick
            name={w('接受什么', 'Accepts')}
            value={field.accept}
            options={[
              { value: 'any', label: w('照片或文件', 'Photos or documents') },
              { value: 'photo', label: w('只要照片', 'Photos only') },
              { value: 'document', label: w('只要文件', 'Documents only') },
            ]}
            onChange={(accept) => onChange({ ...field, accept })}
          />
          <div className="props-pair">
            <Count name={w('至少几份', 'At least')} value={field.min} max={50} onChange={(min) => onChange(patched(field, { min }))} />
            <Count name={w('最多几份', 'At most')} value={field.max} min={1} max={50} onChange={(max) => onChange(patched(field, { max }))} />
          </div>
        </>
      )
    case 'consent':
      return (
        <Say
          name={w('要同意的内容', 'What is consented to')}
          hint={w('改动内容后，以前的同意不再算数', 'Once changed, it must be agreed to anew')}
          text={field.text}
          lines={4}
          max={600}
          onChange={(text) => onChange({ ...field, text, revision: revisionOf(text.zh) }, 'consent')}
        />
      )
    default:
      return null
  }
}

/** A short mark of the wording, so that an agreement names exactly what was agreed to. */
const revisionOf = (text: string) => {
  let mark = 5381
  for (const sign of text) mark = (mark * 33 + sign.codePointAt(0)!) % 0x7fffffff
  return `r${mark.toString(36)}`
}
