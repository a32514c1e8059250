type Given = {
  kind: 'radio' | 'checkbox'
  legend: string
  name: string
  choices: readonly { value: string; label: string }[]
  chosen: readonly string[]
  choose: (value: string) => void
}

/** Choices as big as a thumb. */
export const Tiles = ({ kind, legend, name, choices, chosen, choose }: Given) => (
  <fieldset className="field">
    <legend>{legend}</legend>
    <div className="tiles">
      {choices.map((c) => (
        <label key={c.value} className="tile">
          <input
            type={kind}
            className="unseen"
            name={name}
            checked={chosen.includes(c.value)}
            onChange={() => choose(c.value)}
            onClick={() => (kind === 'radio' && chosen.includes(c.value) ? choose(c.value) : undefined)}
          />
          <span>{c.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** 云递速运（北京）有限公司 → 云递速运: what people call it. */
export const shortName = (company: string) => company.replace(/（[^）]*）|\([^)]*\)|(股份|责任)?有限(责任)?公司|集团/g, '') || company
