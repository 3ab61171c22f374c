import { type Static, Type } from 'typebox'
import { closed, closedPart, kept, ReplayRequest, tensors } from './optimizers.ts'
import { ref } from './ref.ts'

export const OptimizerSource = closed(
  {
    authors: Type.String(),
    title: Type.String(),
    year: Type.Integer(),
    arxiv: Type.Optional(Type.String()),
    venue: Type.Optional(Type.String()),
    algorithm: Type.Optional(Type.String()),
    code: Type.Optional(Type.String({ description: 'The official implementation.' }))
  },
  { $id: 'OptimizerSource', description: 'The source of an optimizer.' }
)

export const OptimizerSlot = closed(
  {
    slot: Type.String(),
    kind: Type.Enum(['scalar', 'scalars', 'tensors', 'vector']),
    shape: Type.String({ description: 'The shape in words: that of the parameter, every p-th entry of it, or one number per sample.' })
  },
  { $id: 'OptimizerSlot', description: 'A slot of the state, with default hyperparameters.' }
)

const ofCatalogue = {
  name: Type.String(),
  title: Type.String(),
  paper: Type.Union([Type.String(), Type.Null()], { description: 'The arXiv id of the paper.', examples: ['2306.06101'] }),
  source: ref(OptimizerSource),
  needs: Type.Array(Type.Enum(['loss', 'sampleIndex']), { description: 'What each step needs in addition to gradients.' }),
  state: Type.Array(ref(OptimizerSlot)),
  hyperparameters: Type.Record(Type.String(), Type.Unknown(), { description: 'A JSON Schema.' }),
  defaultLearningRate: Type.Union([Type.Number(), Type.Null()], {
    description: 'The default learning rate, as in the official code. Null: that of the base optimizer.'
  }),
  experimental: Type.Boolean({ description: 'Whether it is a reconstruction, not taken from official code or the text of the paper.' })
}

export const Optimizer = closed(ofCatalogue, { $id: 'Optimizer', description: 'An optimizer of the catalogue.' })

export const OptimizerPage = closed(
  {
    ...ofCatalogue,
    update: Type.Union(
      [
        closedPart({
          text: Type.String({ description: 'In Unicode, with the conventions that are followed; the indented lines are formulas.' }),
          latex: Type.String({ description: 'The formulas in LaTeX, as an environment `aligned`.' }),
          mathml: Type.String({ description: 'The formulas in MathML, which browsers draw.' })
        }),
        Type.Null()
      ],
      { description: 'The update in the symbols of the paper. Null where the service was built without comments.' }
    ),
    diagnostics: Type.Array(Type.String(), { description: 'What each step reports.' })
  },
  { $id: 'OptimizerPage', description: 'An optimizer, with its update.' }
)

export const GoldenRun = closed(
  {
    name: Type.String(),
    official: Type.String({ description: 'The call whose run it is.' }),
    origin: Type.String({ description: 'Where that code is from.' }),
    float32Error: Type.Union([closedPart({ parameters: Type.Number(), scalars: Type.Number() }), Type.Null()], {
      description: 'How far the official code gets from its float64 run when it computes in float32 from the same gradients; relative.'
    }),
    request: ref(ReplayRequest),
    expected: closedPart(
      {
        trajectory: Type.Array(tensors('Tensors by name.'), { description: 'The parameters after each step.' }),
        evaluations: kept('The point to evaluate at after each step, for optimizers where it differs from the parameters.'),
        diagnostics: Type.Array(Type.Record(Type.String(), Type.Number()), { description: 'What the official code reports of each step.' })
      },
      'What the official code has after each step.'
    )
  },
  { $id: 'GoldenRun', description: 'A recorded run of official code in float64, as the request of a replay and what must come back.' }
)

export const GoldenRuns = closed(
  {
    optimizer: Type.String(),
    note: Type.Union([Type.String(), Type.Null()], { description: 'Why there is no run, where there is none.' }),
    runs: Type.Array(ref(GoldenRun))
  },
  { $id: 'GoldenRuns', description: 'The recorded runs that an optimizer is tested against.' }
)

export const OptimizerList = closed(
  { items: Type.Array(ref(Optimizer)), nextCursor: Type.Null({ description: 'The list has one page.' }) },
  { $id: 'OptimizerList', description: 'Every optimizer, by family.' }
)

export const OptimizerParams = Type.Object({ name: Type.String({ description: 'A name from the catalogue.', examples: ['prodigy'] }) })
export type OptimizerParams = Static<typeof OptimizerParams>

/** Every schema of the catalogue that has a name in the contract. */
export const optimizerCatalogueSchemas = [OptimizerSource, OptimizerSlot, Optimizer, OptimizerPage, GoldenRun, GoldenRuns, OptimizerList]
