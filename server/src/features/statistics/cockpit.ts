import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import { type FigureDeclaration, kindOf } from '@gongyou/contract/kit/figure.ts'
import { units } from '@gongyou/contract/kit/units.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { t } from '@gongyou/contract/kit/text.ts'
import { getCockpit } from '@gongyou/contract/statistics/cockpit.ts'
import { bigFigures } from '@gongyou/contract/statistics/tiles.ts'
import type { Look } from '../../kit/db/database.ts'
import type { Room } from '../../kit/http/server.ts'
import { overdueWithin } from '../clocks/index.ts'
import { reachOf } from '../organisations/index.ts'
import { type Catalogue, figureOf, figuresOf } from './catalogue.ts'
import { readFigure, valuesOf, yearBefore } from './read.ts'
import { targetsOf } from './targets.ts'

/** Setting: fewer than this in both months is no news, however large the share. */
const least = 5

const unitName = (f: FigureDeclaration) => ({ zh: units[f.unit].zh, en: units[f.unit].en })

const bigOf = async (look: Look, catalogue: Catalogue, from: string) => {
  const figures = await Promise.all(bigFigures.map((code) => figureOf(look, catalogue, code)))
  const to = look.today
  const [now, before, weekAgo, week] = [
    await valuesOf(look, figures, { from, to }),
    await valuesOf(look, figures, { from: yearBefore(from), to: yearBefore(to) }),
    await valuesOf(look, figures, { to: addDays(to, -7) }),
    await valuesOf(look, figures, { from: addDays(to, -6), to }),
  ]
  return figures.map((f, i) => ({
    code: bigFigures[i]!,
    name: f.name,
    unitName: unitName(f),
    kind: kindOf(f),
    value: now[i]!.value,
    lastYear: before[i]!.records > 0 ? before[i]!.value : null,
    week: kindOf(f) === 'stock' ? (now[i]!.value ?? 0) - (weekAgo[i]!.value ?? 0) : week[i]!.value,
  }))
}

/** Flows that moved most in thirty days: by the larger over the smaller, so that a fall weighs like a rise. */
const changesOf = async (look: Look, catalogue: Catalogue) => {
  const figures = (await figuresOf(look, catalogue)).filter((f) => kindOf(f) === 'flow' && !('among' in f))
  const to = look.today
  const [from, eve] = [addDays(to, -29), addDays(to, -30)]
  const now = await valuesOf(look, figures, { from, to })
  const before = await valuesOf(look, figures, { from: addDays(eve, -29), to: eve })
  return figures
    .map((f, i) => ({ code: f.code, name: f.name, unitName: unitName(f), now: now[i]!.value ?? 0, before: before[i]!.value ?? 0, from }))
    .filter((c) => Math.max(c.now, c.before) >= least && c.now !== c.before)
    .toSorted((a, b) => Math.abs(Math.log((b.now + 1) / (b.before + 1))) - Math.abs(Math.log((a.now + 1) / (a.before + 1))))
    .slice(0, 5)
}

const cockpit = async (look: Look, catalogue: Catalogue, figure: string) => {
  const from = `${look.today.slice(0, 4)}-01-01`
  const { groups } = await readFigure(look, catalogue, figure, { from, by: 'town' })
  const values = new Map(groups.map((g) => [g.key, g.value ?? 0]))
  const overdue = await overdueWithin(look, await reachOf(look, 'statistics.read'))
  const behind = (await targetsOf(look, catalogue)).filter((x) => x.standing === 'behind' || x.standing === 'missed')
  return {
    from,
    to: look.today,
    big: await bigOf(look, catalogue, from),
    towns: towns.map((town) => ({ town: town.code, name: t(town.zh, town.en), value: values.get(town.code) ?? 0 })),
    changes: await changesOf(look, catalogue),
    red: {
      overdue: overdue.total,
      duties: overdue.duties,
      behind: behind.slice(0, 5).map(({ figure: code, name, progress, elapsed }) => ({ figure: code, name, progress, elapsed })),
    },
  }
}

export const cockpitRoom =
  (catalogue: Catalogue): Room =>
  (mount) =>
    mount(getCockpit, ({ query, read }) => read((look) => cockpit(look, catalogue, query.figure)))
