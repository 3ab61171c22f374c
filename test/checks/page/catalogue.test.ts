import { expect, test } from 'vitest'
import { optimizers } from '../../../src/optimizers/index.ts'
import { testApp } from '../../support/app.ts'
import { expectAccessible, inkIn, openPage, untilText } from '../../support/browser.ts'
import { bearer, newKey } from '../../support/keys.ts'

test('every optimizer is listed, and one is shown with its formulas as mathematics and a replay of its step sizes', async (context) => {
  const { listen } = await testApp()
  const url = await listen()
  const { page, errors } = await openPage(context, `${url}/#/optimizers`)
  await untilText(page, optimizers[0]!.title)
  expect((await page.$$('table tbody tr')).length).toBe(optimizers.length)
  await expectAccessible(page)
  await page.evaluate(() => (location.hash = '#/optimizers/prodigy'))
  await page.waitForSelector('.formulas math mtr')
  expect(await page.$eval('.formulas', (formulas) => (formulas as HTMLElement).offsetHeight)).toBeGreaterThan(100)
  for (const title of ['Step size', 'd, the estimate', 'Norm of the gradient']) {
    await page.waitForSelector(`[aria-label^="${title}"] canvas`)
    expect([title, (await inkIn(page, `[aria-label^="${title}"]`)) > 300]).toEqual([title, true])
  }
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('an operation is shown until it has ended, and stays listed', async (context) => {
  const { send, listen } = await testApp({}, { longFrom: 100 })
  const url = await listen()
  const values = Array.from({ length: 3000 }, (_, t) => 1 + 1 / (t + 1))
  const begun = await send('POST', '/v1/refinements', { payload: { values }, headers: { prefer: 'respond-async' } })
  expect(begun.statusCode).toBe(202)
  const { page, errors } = await openPage(context, `${url}/#/operations`)
  await untilText(page, 'refine')
  await untilText(page, 'done')
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('a key is made, shown once to be copied, and revoked; who may not make keys is told what to do', async (context) => {
  const { send, listen } = await testApp()
  const url = await listen()
  const { page, errors } = await openPage(context, `${url}/#/keys`)
  await untilText(page, 'There is none yet')
  await expectAccessible(page)
  await page.type('input[name="name"]', '<b>trainer</b>')
  await page.select('select[name="scope"]', 'admin')
  await page.keyboard.press('Tab')
  await page.evaluate(() => (document.querySelector('form button[type=submit]') as HTMLButtonElement).click())
  await untilText(page, 'It is shown this once')
  const admin = await page.$eval('.secret', (secret) => secret.textContent ?? '')
  expect(admin).toMatch(/^taper_/)
  await page.evaluate(() => [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Sign in with it')?.click())
  await untilText(page, 'Your key is <b>trainer</b>, of scope admin')
  const other = await newKey({ send }, { name: 'reader', scope: 'read' }, admin)
  await page.reload()
  await untilText(page, 'reader')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.evaluate(() =>
    [...document.querySelectorAll('tbody tr')]
      .find((row) => row.textContent?.includes('reader'))
      ?.querySelector('button')
      ?.click()
  )
  await page.waitForFunction(() => !document.body.innerText.includes('reader'))
  expect((await send('GET', '/v1/runs', { headers: bearer(other.key) })).statusCode).toBe(401)

  const reader = await newKey({ send }, { name: 'looker', scope: 'read' }, admin)
  await page.evaluate((key) => sessionStorage.setItem('taper-key', key), reader.key)
  await page.reload()
  await untilText(page, 'Keys are made with a key of scope admin')
  // Who may not is answered 403, and a call without a key 401, which the console of a browser tells.
  expect(errors.filter((text) => !/40[13]/.test(text))).toEqual([])
})
