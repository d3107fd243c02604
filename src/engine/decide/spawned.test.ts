import { expect, test } from 'vitest'
import type { Procedure, Spawn } from '../../domain/procedure/procedure.ts'
import { text } from '../../domain/wording/text.ts'
import { given, TEST_RULEBOOK } from '../../testing/given.ts'
import { tinyProcedure } from '../../testing/tiny-procedure.ts'

const open: Spawn = { procedure: 'tiny', link: 'childOf', each: 'parts', carry: { title: 'row.title' } }

/** A kind whose handler splits it; `spawn` says how. */
function splitting(spawn: Partial<Spawn>): Procedure {
  const parts = {
    kind: 'items',
    title: text('分项', 'Parts'),
    fields: {
      title: { kind: 'text', title: text('标题', 'Title'), required: true },
      kept: { kind: 'yesNo', title: text('单独办', 'Apart') },
    },
  } as const
  return {
    ...tinyProcedure,
    forms: { ...tinyProcedure.forms, parts: { title: text('分解', 'Split'), fields: { parts } } },
    steps: {
      work: { title: text('办', 'Work'), from: 'open', by: ['handler'], handles: true },
      part: {
        title: text('分解', 'Split'),
        from: 'open',
        by: ['leader'],
        form: 'parts',
        opens: [{ ...open, ...spawn }],
      },
    },
  }
}

function opens(spawn: Partial<Spawn>) {
  const procedure = splitting(spawn)
  const rulebook = { ...TEST_RULEBOOK, procedures: [procedure] }
  const step = given(procedure, 'clerk', { title: '一件' }, { rulebook })
    .takes('handler', 'work')
    .takes('leader', 'part', {
      parts: [
        { title: '甲', kept: true },
        { title: '乙', kept: false },
      ],
    })
    .events()
    .at(-1)
  return step?.type === 'StepTaken' ? step.opens : []
}

test('only the rows that answer so become matters of their own', () => {
  expect(opens({}).map(({ form }) => form['title'])).toEqual(['甲', '乙'])
  expect(opens({ whenRow: { field: 'kept', is: ['yes'] } }).map(({ form }) => form['title'])).toEqual(['甲'])
})

test('whoever handled or decided the first takes no part in the second, where the definition bars them', () => {
  expect(opens({})[0]).not.toHaveProperty('barred')
  expect(opens({ bars: true })[0]?.barred).toEqual(['person-handler', 'person-leader'])
})

test('what a leader opens by a step, that leader ordered', () => {
  expect(opens({})[0]?.ordering).toEqual({ unitId: 'qinglan', postId: 'leader' })
})
