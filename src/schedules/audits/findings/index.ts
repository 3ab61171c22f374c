import type { FindingKind } from './finding.ts'
import { held } from './held.ts'
import { notThis } from './not-this.ts'
import { otherLength } from './other-length.ts'
import { restarted } from './restarted.ts'
import { scaled } from './scaled.ts'
import { shifted } from './shifted.ts'
import { strided } from './strided.ts'

/** Every kind of finding, the likeliest first: where several explain as much, the first is told. */
export const findingKinds: readonly FindingKind[] = [scaled, strided, held, restarted, shifted, otherLength, notThis]
