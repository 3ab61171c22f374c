// What a worker thread starts with where the sources run: it makes TypeScript readable, then hands over to the worker.
// The same by `--import tsx` makes all code of the thread take half as long again (measured with tsx 4.23 on Node 20).
import { workerData } from 'piscina'

// By a variable, because tsx is there for development alone, and so is this file.
const tsx = 'tsx/esm/api'
const { register } = await import(tsx)
register()
const { default: run } = await import(workerData.worker)
export default run
