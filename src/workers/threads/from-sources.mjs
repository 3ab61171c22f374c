// What a worker thread starts with where the sources run: it makes TypeScript readable, then hands over to the worker.
// The same by `--import tsx` makes all code of the thread take half as long again, and importing Piscina here makes loops over typed
// arrays a fifth slower (both measured, with tsx 4.23 and Piscina 5.3 on Node 20).
import { workerData } from 'node:worker_threads'

// By a variable, because tsx is there for development alone, and so is this file.
const tsx = 'tsx/esm/api'
const { register } = await import(tsx)
register()
// The compiler of the wasm engine is JavaScript already.
await import('../../../bin/packages-as-they-are.js')
const { default: run } = await import(workerData.worker)
export default run
