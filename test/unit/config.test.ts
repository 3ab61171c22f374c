import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'

const mebibyte = 2 ** 20

describe('the configuration', () => {
  it('has a default for everything, and is frozen', () => {
    const config = readConfig({})
    expect(config).toEqual({
      HOST: '127.0.0.1',
      PORT: 8080,
      TAPER_DATABASE_CONNECTIONS: 12,
      TAPER_DATA_DIR: '.taper',
      TAPER_ENGINE: 'auto',
      TAPER_IMPORT_BYTES_MAX: 8 * 2 ** 30,
      LOG_LEVEL: 'info',
      TAPER_LOG_REQUESTS: 'slow',
      TAPER_SLOW_MS: 1000,
      TAPER_STOP_DELAY_SECONDS: 0,
      TAPER_BODY_BYTES_MAX: 64 * mebibyte,
      TAPER_OPEN: 'false',
      TAPER_AUDIT_DAYS: 365
    })
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('reads every variable, and leaves those of other programs alone', () => {
    const env = {
      HOST: '::1',
      PORT: '0',
      DATABASE_URL: 'postgres://u:p@h/d',
      LOG_LEVEL: 'warn',
      TAPER_BODY_BYTES_MAX: '4096',
      PATH: '/bin'
    }
    expect(readConfig(env)).toMatchObject({
      HOST: '::1',
      PORT: 0,
      DATABASE_URL: 'postgres://u:p@h/d',
      LOG_LEVEL: 'warn',
      TAPER_BODY_BYTES_MAX: 4096
    })
    expect(readConfig(env)).not.toHaveProperty('PATH')
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  it('names every wrong variable at once, with what is allowed', () => {
    const wrong = { PORT: '70000', TAPER_ENGINE: 'gpu', TAPER_BODY_BYTES_MAX: '64MB', LOG_LEVEL: 'loud', HOST: 'a b' }
    expect(() => readConfig(wrong)).toThrow(ConfigError)
    for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(new RegExp(`${name} is .*allowed: `))
  })

  it.each(['-1', '1.5', '0x50', ' 80', '1e3', 'NaN'])('does not take %j for a port', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(ConfigError)
  })

  it('keeps a password out of the message about a wrong URL', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://user:secret@host/db' })).toThrow(/DATABASE_URL/)
    expect(() => readConfig({ DATABASE_URL: 'mysql://user:secret@host/db' })).not.toThrow(/secret/)
  })
})
