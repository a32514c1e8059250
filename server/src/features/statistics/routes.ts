import * as routes from '@gongyou/contract/statistics/routes.ts'
import type { Room } from '../../kit/http/server.ts'
import { type Catalogue, definitionOf, figuresOf } from './catalogue.ts'
import { readFigure } from './read.ts'
import { recordsOf } from './records.ts'

export const statistics =
  (catalogue: Catalogue): Room =>
  (mount) => {
    mount(routes.listFigures, ({ read }) =>
      read(async (look) => ({ figures: (await figuresOf(look, catalogue)).map((f) => definitionOf(catalogue, f)) })),
    )
    mount(routes.getFigure, ({ params, query, read }) => read((look) => readFigure(look, catalogue, params.code, query)))
    mount(routes.listFigureRecords, ({ params, query, read }) => read((look) => recordsOf(look, catalogue, params.code, query)))
  }
