import { compiler } from './compiler.ts'

/** Operations on a series that no kernel can express. Addresses are in bytes. */
export interface SeriesFunctions {
  /** Tail sums of entries `from` to before `end`. `carry` is the sum of all later entries and its rounding error; updated. */
  tailSums(values: number, out: number, carry: number, from: number, end: number): void
  /** Entries `from` to before `end` of a series interpolated to `outLength` positions. */
  interpolateEven(values: number, length: number, out: number, outLength: number, from: number, end: number): void
  largest(values: number, soFar: number, from: number, end: number): number
}

/** The loops of `tailSums` and `interpolateEven`, operation for operation. */
const text = `(module
  (import "env" "memory" (memory 1 65536 shared))

  (func (export "tailSums") (param $values i32) (param $out i32) (param $carry i32) (param $from i32) (param $end i32)
    (local $t i32) (local $start i32) (local $sum f64) (local $error f64) (local $beyond f64) (local $inBlock f64) (local $next f64)
    (local.set $sum (f64.load (local.get $carry)))
    (local.set $error (f64.load offset=8 (local.get $carry)))
    (loop $blocks
      (local.set $start (select
        (i32.sub (local.get $end) (i32.const 128))
        (local.get $from)
        (i32.gt_s (i32.sub (local.get $end) (i32.const 128)) (local.get $from))))
      (local.set $beyond (f64.add (local.get $sum) (local.get $error)))
      (local.set $inBlock (f64.const 0))
      (local.set $t (local.get $end))
      (loop $entries
        (local.set $t (i32.sub (local.get $t) (i32.const 1)))
        (local.set $next (f64.load (i32.add (local.get $values) (i32.shl (local.get $t) (i32.const 3)))))
        (f64.store (i32.add (local.get $out) (i32.shl (local.get $t) (i32.const 3)))
          (f64.add (local.get $beyond) (local.get $inBlock)))
        (local.set $inBlock (f64.add (local.get $inBlock) (local.get $next)))
        (br_if $entries (i32.gt_s (local.get $t) (local.get $start))))
      (local.set $next (f64.add (local.get $sum) (local.get $inBlock)))
      (local.set $error (f64.add (local.get $error) (select
        (f64.add (f64.sub (local.get $sum) (local.get $next)) (local.get $inBlock))
        (f64.add (f64.sub (local.get $inBlock) (local.get $next)) (local.get $sum))
        (f64.ge (local.get $sum) (local.get $inBlock)))))
      (local.set $sum (local.get $next))
      (local.set $end (local.get $start))
      (br_if $blocks (i32.gt_s (local.get $end) (local.get $from))))
    (f64.store (local.get $carry) (local.get $sum))
    (f64.store offset=8 (local.get $carry) (local.get $error)))

  (func (export "interpolateEven")
    (param $values i32) (param $length i32) (param $out i32) (param $outLength i32) (param $j i32) (param $end i32)
    (local $intervals f64) (local $intervalsOut f64) (local $position f64) (local $left f64) (local $a f64) (local $at i32)
    (local.set $intervals (f64.convert_i32_s (i32.sub (local.get $length) (i32.const 1))))
    (local.set $intervalsOut (f64.convert_i32_s (i32.sub (local.get $outLength) (i32.const 1))))
    (loop $next
      (local.set $position (f64.div (f64.mul (f64.convert_i32_s (local.get $j)) (local.get $intervals)) (local.get $intervalsOut)))
      (local.set $left (f64.min (f64.floor (local.get $position)) (f64.sub (local.get $intervals) (f64.const 1))))
      (local.set $at (i32.add (local.get $values) (i32.shl (i32.trunc_f64_s (local.get $left)) (i32.const 3))))
      (local.set $a (f64.load (local.get $at)))
      (f64.store (i32.add (local.get $out) (i32.shl (local.get $j) (i32.const 3)))
        (f64.add (local.get $a) (f64.mul
          (f64.sub (f64.load offset=8 (local.get $at)) (local.get $a))
          (f64.sub (local.get $position) (local.get $left)))))
      (local.set $j (i32.add (local.get $j) (i32.const 1)))
      (br_if $next (i32.lt_s (local.get $j) (local.get $end)))))

  (func (export "largest") (param $values i32) (param $largest f64) (param $i i32) (param $end i32) (result f64)
    (loop $next
      (local.set $largest (f64.max (local.get $largest)
        (f64.load (i32.add (local.get $values) (i32.shl (local.get $i) (i32.const 3))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_s (local.get $i) (local.get $end))))
    (local.get $largest)))`

export function compileSeriesFunctions(): WebAssembly.Module {
  const { parseText, Features } = compiler()
  const module = parseText(text)
  try {
    module.setFeatures(Features.Atomics)
    return new WebAssembly.Module(module.emitBinary().slice())
  } finally {
    module.dispose()
  }
}
