import { describe, expect, it } from 'vitest'
import { stepMax } from '../../../src/domain/gradient-norm.ts'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()

const append = (run: string, payload: object | string | Buffer, query = '', type = 'application/json') =>
  send('POST', `/v1/runs/${run}/gradient-norms${query}`, {
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    headers: { 'content-type': type }
  })
const read = async (run: string, query = '') => (await send('GET', `/v1/runs/${run}/gradient-norms${query}`)).json()
const float64 = (values: number[]) => Buffer.from(Float64Array.from(values).buffer)

describe('a log', () => {
  it.each([
    ['values', 'application/json', '', '{"values":[1,2.5,3],"startStep":10,"stride":5}'],
    ['steps and values', 'application/json', '', '{"steps":[10,15,20],"values":[1,2.5,3]}'],
    ['points', 'application/json', '', '{"points":[{"step":10,"value":1},{"value":2.5,"step":15},{"step":20,"value":3}]}'],
    ['values placed by the query', 'application/json', '?startStep=10&stride=5', '{"values":[1,2.5,3]}'],
    ['values placed by both alike', 'application/json', '?startStep=10&stride=5', '{"values":[1,2.5,3],"startStep":10,"stride":5}'],
    ['NDJSON', 'application/x-ndjson', '', '{"step":10,"value":1}\n{"step":15,"value":2.5}\r\n\n{"step":20,"value":3}'],
    ['CSV', 'text/csv', '', 'step,value\n10,1\n15,2.5\n20,3\n'],
    ['CSV with its columns turned round', 'text/csv', '', 'norm,_step\n1,10\n2.5,15\n3,20\n'],
    ['a W&B export', 'text/csv', '', '"Step","run - grad","run - grad__MIN"\n"10","1","1"\n"15","2.5","2"\n"20","3","3"\n'],
    [
      'a CSV of many columns',
      'text/csv',
      '?column=grad',
      '﻿epoch,global_step,loss,grad\r\n0,10,9,1\r\n0,15,,2.5\r\n0,17,8,\r\n0,20,7,3\r\n'
    ],
    [
      'NDJSON of many fields',
      'application/x-ndjson',
      '?column=grad',
      '{"_step":10,"grad":1}\n{"_step":15,"grad":2.5}\n{"_step":20,"grad":3}'
    ],
    ['float64 bytes', 'application/octet-stream', '?startStep=10&stride=5', float64([1, 2.5, 3])]
  ])('of %s is stored', async (_, type, query, body) => {
    const run = await newRun()
    const answer = await append(run, body, query, type)
    const { columns, ...receipt } = answer.json()
    expect([answer.statusCode, receipt]).toEqual([200, { received: 3, appended: 3, duplicates: 0, superseded: 0, points: 3, lastStep: 20 }])
    expect(columns === undefined).toBe(!/csv|ndjson/.test(type))
    expect(await read(run)).toEqual({ norm: 'l2', startStep: 10, stride: 5, values: [1, 2.5, 3] })
  })

  it('of columns says which were read, and one whose names do not tell is refused with all of them', async () => {
    const run = await newRun()
    const stored = await append(run, 'timestamp,iteration,loss,grad_norm\n17,0,9,1\n18,1,8,2\n', '', 'text/csv')
    expect(stored.json()).toMatchObject({ appended: 2, columns: { step: 'iteration', value: 'grad_norm' } })
    const wished = await append(run, 'tick,grad_norm,v\n2,9,3\n', '?column=v&step=tick', 'text/csv')
    expect(wished.json()).toMatchObject({ appended: 1, columns: { step: 'tick', value: 'v' } })
    const refused = await append(run, '{"step":3,"loss":1,"lr":2}\n', '', 'application/x-ndjson')
    expect([refused.statusCode, problemOf(refused).type]).toEqual([422, '/problems/ambiguous-log'])
    expect(problemOf(refused).errors?.map(({ detail }: { detail: string }) => detail)).toEqual([
      '"step": 1 numbers, the first 3.',
      '"loss": 1 numbers, the first 1.',
      '"lr": 1 numbers, the first 2.'
    ])
    expect((await read(run)).values).toEqual([1, 2, 3])
  })

  it('of one norm is apart from those of others', async () => {
    const run = await newRun()
    for (const norm of ['l1', 'l2', 'linf']) await append(run, { values: [norm.length, 9] }, `?norm=${norm}`)
    expect((await read(run, '?norm=l1')).values).toEqual([2, 9])
    expect((await read(run, '?norm=linf')).values).toEqual([4, 9])
    expect(
      (await send('GET', `/v1/runs/${run}`))
        .json()
        .series.map(({ name }: { name: string }) => name)
        .sort()
    ).toEqual(['l1', 'l2', 'linf'])
  })

  it('may hold what is not finite, −0 and subnormals, and counts what is not finite', async () => {
    const run = await newRun()
    await append(run, '{"values":["NaN","Infinity","-Infinity",-0,5e-324,1.7976931348623157e308,0]}')
    const { values } = await read(run)
    expect(values).toEqual(['NaN', 'Infinity', '-Infinity', -0, 5e-324, Number.MAX_VALUE, 0])
    expect((await send('GET', `/v1/runs/${run}`)).json().series).toMatchObject([{ points: 7, nonFinite: 3 }])
  })

  it('may have steps 0, 1 and 2^53 − 1', async () => {
    const run = await newRun()
    const answer = await append(run, { steps: [0, 1, stepMax], values: [1, 2, 3] })
    expect(answer.json()).toMatchObject({ appended: 3, lastStep: stepMax })
    expect(await read(run)).toEqual({ norm: 'l2', steps: [0, 1, stepMax], values: [1, 2, 3] })
  })

  it.each([
    ['an unknown field', '{"values":[1],"start_step":0}', '/start_step'],
    ['a negative norm', '{"values":[1,-2]}', '/values/1'],
    ['a norm that is text', '{"values":[1,"2"]}', '/values/1'],
    ['a norm that is null', '{"values":[null]}', '/values/0'],
    ['a norm too many', '{"steps":[0],"values":[1,2]}', '/steps'],
    ['a step too many', '{"steps":[0,1],"values":[1]}', '/steps'],
    ['a step that is not whole', '{"steps":[0,1.5],"values":[1,2]}', '/steps/1'],
    ['a step that is text', '{"points":[{"step":"0","value":1}]}', '/points/0/step'],
    ['steps that decrease', '{"steps":[5,4],"values":[1,2]}', '/steps/1'],
    ['a step twice', '{"points":[{"step":3,"value":1},{"step":3,"value":1}]}', '/points/1/step'],
    ['a negative step', '{"steps":[-1],"values":[1]}', '/steps/0'],
    ['a step of 2^53', '{"steps":[9007199254740992],"values":[1]}', '/steps/0'],
    ['a last step beyond 2^53', '{"values":[1,2,3],"startStep":9007199254740990}', '/startStep'],
    ['a stride of 0', '{"values":[1,2],"stride":0}', '/stride'],
    ['a point without its step', '{"points":[{"value":1}]}', '/points/0/step'],
    ['a point with more than it has', '{"points":[{"step":0,"value":1,"x":1}]}', '/points/0/x'],
    ['values that are no list', '{"values":1}', '/values'],
    ['no points', '{"values":[]}', ''],
    ['nothing', '{}', '']
  ])('with %s is a 400 that names the place', async (_, body, pointer) => {
    const run = await newRun()
    const problem = problemOf(await append(run, body))
    expect(problem.type).toBe('/problems/invalid-request')
    expect(problem.errors?.[0]?.pointer).toBe(pointer)
    expect((await read(run)).values).toEqual([])
  })

  it.each([
    ['text/csv', 'step,value\n0,1\n1,x\n', /Line 3/],
    ['text/csv', 'step,value\n0,1\n0,2\n', /Line 3/],
    ['text/csv', '0,1\n1,2\n', /header/],
    ['text/csv', 'step,value\n0,-1\n', /Line 2/],
    ['application/x-ndjson', '{"step":0,"value":1}\n[1,2]\n', /Line 2/]
  ])('as %s %j is a 400 that names the line', async (type, body, detail) => {
    expect(problemOf(await append(await newRun(), body, '', type)).errors?.[0]?.detail).toMatch(detail)
  })

  it('as bytes whose number is not divisible by 8 is a 400', async () => {
    expect(problemOf(await append(await newRun(), Buffer.alloc(15), '', 'application/octet-stream')).errors).toMatchObject([
      { pointer: '', detail: /15 bytes/ }
    ])
  })

  it('with a bad point at index 70 000 is a 400 that names it, and stores nothing', async () => {
    const run = await newRun()
    const values = Array.from({ length: 80_000 }, () => 1)
    values[70_000] = -1
    expect(problemOf(await append(run, { values })).errors).toMatchObject([{ pointer: '/values/70000' }])
    expect((await read(run)).values).toEqual([])
  })

  it('for a run that is not there is a 404', async () => {
    expect(problemOf(await append('nobody', { values: [1] })).type).toBe('/problems/run-not-found')
  })

  it.each([
    ['?startStep=1', '{"values":[1],"startStep":0}', 'query/startStep'],
    ['?stride=2', '{"values":[1],"startStep":0,"stride":1}', 'query/stride'],
    ['?startStep=0', '{"steps":[0],"values":[1]}', 'query/startStep'],
    ['?column=x', '{"values":[1]}', 'query/column'],
    ['?step=x', '{"values":[1]}', 'query/step'],
    ['?startStep=9007199254740992', '{"values":[1]}', 'query/startStep'],
    ['?onConflict=maybe', '{"values":[1]}', 'query/onConflict'],
    ['?norm=L2', '{"values":[1]}', 'query/norm'],
    ['?resumeFrom=5', '{"values":[1],"startStep":4}', 'query/resumeFrom'],
    ['?resumeFrom=-1', '{"values":[1]}', 'query/resumeFrom']
  ])('with %s against its body is a 400 that names the parameter', async (query, body, pointer) => {
    expect(problemOf(await append(await newRun(), body, query)).errors).toMatchObject([{ pointer }])
  })
})

describe('points that are there already', () => {
  it('with the same value are duplicates, and a success', async () => {
    const run = await newRun()
    await append(run, { values: [1, 'NaN', 3] })
    const again = await append(run, { values: [1, 'NaN', 3, 4], startStep: 0 })
    expect(again.json()).toEqual({ received: 4, appended: 1, duplicates: 3, superseded: 0, points: 4, lastStep: 3 })
  })

  it('are recognised without a start step, and nothing else is', async () => {
    const run = await newRun()
    await append(run, { values: [1, 2] })
    expect((await append(run, { values: [1, 2] })).json()).toMatchObject({ duplicates: 2, appended: 0 })
    for (const values of [[1, 3], [1, 2, 3], [3]]) {
      const problem = problemOf(await append(run, { values }))
      expect(problem).toMatchObject({ type: '/problems/start-step-required', status: 400 })
      expect(problem.errors?.length).toBeGreaterThan(0)
    }
    expect((await read(run)).values).toEqual([1, 2])
  })

  it('with another value are replaced, and what was there is kept as history', async () => {
    const run = await newRun()
    await append(run, { values: [1, 2, 3] })
    const answer = await append(run, { values: [20], startStep: 1 })
    expect(answer.json()).toEqual({ received: 1, appended: 1, duplicates: 0, superseded: 1, points: 3, lastStep: 2 })
    expect((await read(run)).values).toEqual([1, 20, 3])
    expect((await read(run, '?history=all')).points).toEqual([
      { step: 0, value: 1, sequence: 0, current: true },
      { step: 1, value: 2, sequence: 1, current: false },
      { step: 2, value: 3, sequence: 2, current: true },
      { step: 1, value: 20, sequence: 3, current: true }
    ])
  })

  it('with another value are a 409 that names the first step with onConflict=reject, and nothing is stored', async () => {
    const run = await newRun()
    await append(run, { values: [1, 2, 3] })
    const problem = problemOf(await append(run, { values: [9, 2, 30, 40], startStep: 0 }, '?onConflict=reject'))
    expect(problem).toMatchObject({ type: '/problems/norm-conflict', status: 409, detail: expect.stringMatching(/\b0\b/) })
    expect((await read(run)).values).toEqual([1, 2, 3])
    expect((await append(run, { values: [3, 4], startStep: 2 }, '?onConflict=reject')).json()).toMatchObject({ appended: 1, duplicates: 1 })
  })

  it('cease to be current where training went back to a checkpoint', async () => {
    const run = await newRun()
    await append(run, { values: [1, 2, 3, 4] })
    const answer = await append(run, { values: [30], startStep: 2 }, '?resumeFrom=2')
    expect(answer.json()).toEqual({ received: 1, appended: 1, duplicates: 0, superseded: 2, points: 3, lastStep: 2 })
    expect((await read(run)).values).toEqual([1, 2, 30])
    expect((await append(run, { values: [30], startStep: 2 }, '?resumeFrom=2')).json()).toMatchObject({ duplicates: 1, superseded: 0 })
    expect((await append(run, { values: [] }, '?resumeFrom=1')).json()).toMatchObject({
      received: 0,
      superseded: 2,
      points: 1,
      lastStep: 0
    })
  })

  it('are stored once by two writers at once', async () => {
    const run = await newRun()
    const payload = { values: Array.from({ length: 500 }, (_, i) => i), startStep: 0 }
    const answers = await Promise.all(Array.from({ length: 6 }, () => append(run, payload)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(200))
    expect(answers.reduce((sum, answer) => sum + answer.json().appended, 0)).toBe(500)
    expect((await read(run, '?history=all')).points).toHaveLength(500)
  })
})
