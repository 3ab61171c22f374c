import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

/**
 * Writes the types of the contract for the TypeScript client, or with --check fails where they have drifted from openapi/openapi.json.
 */
const document = new URL('../../openapi/openapi.json', import.meta.url)
const contract = new URL('../../clients/typescript/src/contract.ts', import.meta.url)
const heading = '// Made from openapi/openapi.json by `npm run clients`. Do not change it by hand.\n\n'

// A field with a default may be left out of a request.
const text = heading + astToString(await openapiTS(document, { defaultNonNullable: false, silent: true }))

if (!process.argv.includes('--check')) {
  writeFileSync(contract, text)
} else if (readFileSync(contract, 'utf8') !== text) {
  process.stderr.write('clients/typescript/src/contract.ts is not what openapi/openapi.json says: run `npm run clients`, and commit it.\n')
  process.exitCode = 1
}
