import { expect, it } from 'vitest'
import { statementName } from '../../../src/storage/statement-name.ts'

it.each([
  [{ name: 'append-chunk', text: 'with head as (…)' }, 'append-chunk'],
  [{ text: 'SELECT "public"."runs"."id" FROM "public"."runs" WHERE 1=1' }, 'select runs'],
  ['insert into gradient_norm_series (run_id) values ($1)', 'insert gradient_norm_series'],
  ['  update only operations set status = $1', 'update operations'],
  ['delete from schedules where id = $1', 'delete schedules'],
  ['with next as (select id from taper_queue.job limit 1) update taper_queue.job set state = 1', 'update taper_queue.job'],
  ['begin', 'begin'],
  ['select 1', 'select'],
  ['vacuum', 'other'],
  [undefined, 'other'],
  [{}, 'other']
])('%j is called %s', (statement, name) => expect(statementName(statement)).toBe(name))
