import * as routes from '@gongyou/contract/statistics/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { type Catalogue, definitionOf, figuresOf } from './catalogue.ts'
import { hiddenOf } from './hidden.ts'
import { readFigure, valuesOf } from './read.ts'
import { recordsOf } from './records.ts'
import { exportFigure } from './sheet.ts'

export const statistics =
  (catalogue: Catalogue): Room =>
  (mount) => {
    mount(routes.listFigures, ({ read }) =>
      read(async (look) => ({ figures: (await figuresOf(look, catalogue)).map((f) => definitionOf(catalogue, f)) })),
    )
    mount(routes.listFigureValues, ({ query, read }) =>
      read(async (look) => {
        const figures = await figuresOf(look, catalogue)
        const values = await valuesOf(look, figures, query)
        return { to: query.to ?? look.today, values: figures.map((f, i) => ({ code: f.code, ...values[i]! })) }
      }),
    )
    mount(routes.getFigure, ({ params, query, read }) =>
      read(async (look) => {
        const figure = await readFigure(look, catalogue, params.code, query)
        return { ...figure, hidden: await hiddenOf(look, catalogue, params.code, query, figure.records) }
      }),
    )
    mount(routes.exportFigure, (ask) => exportFigure(ask, catalogue))
    mount(routes.listFigureRecords, ({ params, query, read }) => read((look) => recordsOf(look, catalogue, params.code, query)))
  }
