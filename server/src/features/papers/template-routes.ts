import { paperKind } from '@gongyou/contract/papers/kinds.ts'
import { blankNumber } from '@gongyou/contract/papers/number.ts'
import { breakTitle } from '@gongyou/contract/papers/break-title.ts'
import * as routes from '@gongyou/contract/papers/template-routes.ts'
import { type PaperTemplate, type Token, contentOf, exampleValues, fillTemplate, standardTokens } from '@gongyou/contract/papers/template.ts'
import type { Mount } from '../../kit/http/mount.ts'
import { refuse } from '../../kit/refuse.ts'
import { mayRevise, reviseTemplate, revisionsOf, templateNow, templatesNow } from './templates.ts'

const shownToken = (token: Token) => ({ ...token, example: token.example ?? null, optional: token.optional ?? false })

/** Templates: which there are, what they say, how they changed, how they would look. */
export const mountTemplates = (mount: Mount, templates: readonly PaperTemplate[]) => {
  const declared = (code: string) => {
    const template = templates.find((t) => t.code === code)
    if (!template) throw refuse('papers.no-such-template')
    return template
  }
  mount(routes.listTemplates, ({ read }) =>
    read(async (look) => ({
      rows: (await templatesNow(look, templates)).map(({ code, kind, name, revision, madeAt, madeBy }) => ({
        code,
        kind,
        name,
        revision,
        madeAt,
        madeBy,
      })),
    })),
  )
  mount(routes.getTemplate, ({ params, read }) =>
    read(async (look) => {
      const template = declared(params.code)
      const now = await templateNow(look, template)
      const revisions = await revisionsOf(look, template)
      return {
        ...now,
        tokens: [...standardTokens, ...now.tokens].map(shownToken),
        mayRevise: await mayRevise(look),
        revisions,
      }
    }),
  )
  mount(routes.reviseTemplate, ({ params, body, write }) => write((work) => reviseTemplate(work, declared(params.code), body)))
  mount(routes.previewTemplate, async ({ params, body, read }) => {
    const { kind, tokens } = declared(params.code)
    const organisation = '示范区总工会'
    const text = fillTemplate({ text: body.text, tokens }, { ...exampleValues(tokens), organisation })
    const content = contentOf(text, { mark: `${organisation}${paperKind(kind).mark}`, signature: organisation, printedBy: organisation })
    const year = await read(async (look) => Number(look.today.slice(0, 4)))
    return {
      kind,
      number: blankNumber(`示工${paperKind(kind).word}`, year),
      content: { ...content, title: breakTitle(content.title) },
    }
  })
}
