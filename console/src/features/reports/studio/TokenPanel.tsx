import type { SaidToken } from '@gongyou/contract/reports/shapes.ts'
import { measureWords, type TokenForm } from '@gongyou/contract/reports/token.ts'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { language, say } from '../../../kit/language.ts'
import { Sheet } from '../../../kit/Sheet.tsx'
import { w } from '../../../kit/text.ts'
import { instant } from '../../../kit/times.ts'
import { daysOf, formName, sourceName, wayTo } from '../words.ts'

type Given = {
  said: SaidToken
  onChange: (token: SaidToken['token']) => void
  onTakeOut: () => void
  /** Of a number in a table. */ onNote?: () => void
  onRefresh: () => void
  busy: boolean
}

const forms: readonly TokenForm[] = ['auto', 'exact', 'spelled', '余', '多', '近', '超', '超过']
const claimForms: readonly TokenForm[] = ['exact', 'spelled', '超', '超过', '以上']

/** The number that is chosen in the text: where it comes from, and how it is written. */
export const TokenPanel = ({ said, onChange, onTakeOut, onNote, onRefresh, busy }: Given) => {
  const way = wayTo(said)
  const words = measureWords[said.unit]
  const { token } = said
  const usual = token.kind === 'claim' || said.source === 'printed' ? claimForms : forms
  const shows = token.kind === 'figure' && token.show && token.show !== 'value'
  return (
    <Sheet title={`${said.code} ${said.text}`}>
      <dl className="pairs">
        <dt>{w('数字', 'Figure')}</dt>
        <dd>
          {way ? (
            <Link className="report-number" to={way.to} params={way.params as never} search={way.search as never} target="_blank">
              {said.name[language()]}
            </Link>
          ) : (
            said.name[language()]
          )}
        </dd>
        <dt>{w('来源', 'Source')}</dt>
        <dd>
          {sourceName(said.source)}
          {said.records !== null && (
            <span className="quiet"> {w(`${said.records.toLocaleString()} 条记录`, `${said.records.toLocaleString()} records`)}</span>
          )}
          {said.claim && <span className="quiet"> {said.claim.name}</span>}
        </dd>
        <dt>{w('实际值', 'Value')}</dt>
        <dd>
          {said.value?.toLocaleString() ?? '—'} {say(said.unitName)}
          {said.before !== null && (
            <span className="quiet"> {w(`上年同期 ${said.before.toLocaleString()}`, `a year before ${said.before.toLocaleString()}`)}</span>
          )}
        </dd>
        <dt>{w('时段', 'Period')}</dt>
        <dd>{daysOf(said)}</dd>
        {said.definition && (
          <>
            <dt>{w('口径', 'Definition')}</dt>
            <dd>{said.definition}</dd>
          </>
        )}
        <dt>{w('统计时刻', 'Counted at')}</dt>
        <dd>{instant(said.countedAt)}</dd>
      </dl>
      {!shows && token.kind !== 'target' && (
        <div className="report-writing">
          <Select
            aria-label={w('写法', 'Wording')}
            value={token.form ?? 'exact'}
            options={usual.map((value) => ({ value, label: formName(value) }))}
            onChange={(form) => onChange({ ...token, form })}
          />
          {(words.length > 1 || token.bare) && (
            <Select
              aria-label={w('量词', 'Measure word')}
              value={token.bare ? '' : (token.word ?? words[0]!)}
              options={[...new Set([...words, ...(token.bare ? [''] : [])])].map((value) => ({ value, label: value || w('不写量词', 'none') }))}
              onChange={(word) => onChange({ ...token, word, bare: word === '' && Boolean(token.bare) })}
            />
          )}
          <Checkbox checked={token.plain ?? false} onChange={(e) => onChange({ ...token, plain: e.target.checked })}>
            {w('不用“万”', 'Without 万')}
          </Checkbox>
        </div>
      )}
      <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button size="small" loading={busy} onClick={onRefresh}>
          {w('重新统计', 'Count anew')}
        </Button>
        {onNote ? (
          <Button size="small" onClick={onNote}>
            {w('加脚注', 'Add a footnote')}
          </Button>
        ) : (
          <Button size="small" type="text" onClick={onTakeOut}>
            {w('从文中去掉', 'Take it out')}
          </Button>
        )}
      </div>
    </Sheet>
  )
}
