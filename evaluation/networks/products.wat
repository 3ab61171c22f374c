;; out[p, i] += Σ_k factors[p, k] · m[k, i], in float64. Sums stay in registers, two numbers to each.
;; Places are in bytes: $out, $s (the factors) and $m; $width of a row of out and m; $step and $stride from one row and one column of the
;; factors to the next. $rows and $terms count, and are at least 1. Compiled by scripts/compile-products.ts into products-bytes.ts.
(module
  (import "networks" "memory" (memory 1024 1024))
  (func (export "addProducts")
    (param $out i32) (param $s i32) (param $m i32)
    (param $rows i32) (param $terms i32) (param $width i32) (param $step i32) (param $stride i32)
    (local $i i32) (local $from i32) (local $row i32) (local $left i32) (local $factor v128) (local $one f64)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (loop $nextRow
      (local.set $i (i32.const 0))

      ;; 8 columns at once, while there are so many
      (block $done8
        (loop $next8
          (br_if $done8 (i32.gt_u (i32.add (local.get $i) (i32.const 64)) (local.get $width)))
          (local.set $sum0 (v128.load (i32.add (local.get $out) (local.get $i))))
          (local.set $sum1 (v128.load offset=16 (i32.add (local.get $out) (local.get $i))))
          (local.set $sum2 (v128.load offset=32 (i32.add (local.get $out) (local.get $i))))
          (local.set $sum3 (v128.load offset=48 (i32.add (local.get $out) (local.get $i))))
          (local.set $from (local.get $s))
          (local.set $row (i32.add (local.get $m) (local.get $i)))
          (local.set $left (local.get $terms))
          (loop $term8
            (local.set $factor (v128.load64_splat (local.get $from)))
            (local.set $sum0 (f64x2.add (local.get $sum0) (f64x2.mul (local.get $factor) (v128.load (local.get $row)))))
            (local.set $sum1 (f64x2.add (local.get $sum1) (f64x2.mul (local.get $factor) (v128.load offset=16 (local.get $row)))))
            (local.set $sum2 (f64x2.add (local.get $sum2) (f64x2.mul (local.get $factor) (v128.load offset=32 (local.get $row)))))
            (local.set $sum3 (f64x2.add (local.get $sum3) (f64x2.mul (local.get $factor) (v128.load offset=48 (local.get $row)))))
            (local.set $from (i32.add (local.get $from) (local.get $stride)))
            (local.set $row (i32.add (local.get $row) (local.get $width)))
            (br_if $term8 (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
          (v128.store (i32.add (local.get $out) (local.get $i)) (local.get $sum0))
          (v128.store offset=16 (i32.add (local.get $out) (local.get $i)) (local.get $sum1))
          (v128.store offset=32 (i32.add (local.get $out) (local.get $i)) (local.get $sum2))
          (v128.store offset=48 (i32.add (local.get $out) (local.get $i)) (local.get $sum3))
          (local.set $i (i32.add (local.get $i) (i32.const 64)))
          (br $next8)))

      ;; 4 columns at once, while there are so many
      (block $done4
        (loop $next4
          (br_if $done4 (i32.gt_u (i32.add (local.get $i) (i32.const 32)) (local.get $width)))
          (local.set $sum0 (v128.load (i32.add (local.get $out) (local.get $i))))
          (local.set $sum1 (v128.load offset=16 (i32.add (local.get $out) (local.get $i))))
          (local.set $from (local.get $s))
          (local.set $row (i32.add (local.get $m) (local.get $i)))
          (local.set $left (local.get $terms))
          (loop $term4
            (local.set $factor (v128.load64_splat (local.get $from)))
            (local.set $sum0 (f64x2.add (local.get $sum0) (f64x2.mul (local.get $factor) (v128.load (local.get $row)))))
            (local.set $sum1 (f64x2.add (local.get $sum1) (f64x2.mul (local.get $factor) (v128.load offset=16 (local.get $row)))))
            (local.set $from (i32.add (local.get $from) (local.get $stride)))
            (local.set $row (i32.add (local.get $row) (local.get $width)))
            (br_if $term4 (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
          (v128.store (i32.add (local.get $out) (local.get $i)) (local.get $sum0))
          (v128.store offset=16 (i32.add (local.get $out) (local.get $i)) (local.get $sum1))
          (local.set $i (i32.add (local.get $i) (i32.const 32)))
          (br $next4)))

      ;; 2 columns at once, while there are so many
      (block $done2
        (loop $next2
          (br_if $done2 (i32.gt_u (i32.add (local.get $i) (i32.const 16)) (local.get $width)))
          (local.set $sum0 (v128.load (i32.add (local.get $out) (local.get $i))))
          (local.set $from (local.get $s))
          (local.set $row (i32.add (local.get $m) (local.get $i)))
          (local.set $left (local.get $terms))
          (loop $term2
            (local.set $factor (v128.load64_splat (local.get $from)))
            (local.set $sum0 (f64x2.add (local.get $sum0) (f64x2.mul (local.get $factor) (v128.load (local.get $row)))))
            (local.set $from (i32.add (local.get $from) (local.get $stride)))
            (local.set $row (i32.add (local.get $row) (local.get $width)))
            (br_if $term2 (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
          (v128.store (i32.add (local.get $out) (local.get $i)) (local.get $sum0))
          (local.set $i (i32.add (local.get $i) (i32.const 16)))
          (br $next2)))

      ;; the last column, where their number is odd
      (if (i32.lt_u (local.get $i) (local.get $width))
        (then
          (local.set $one (f64.load (i32.add (local.get $out) (local.get $i))))
          (local.set $from (local.get $s))
          (local.set $row (i32.add (local.get $m) (local.get $i)))
          (local.set $left (local.get $terms))
          (loop $term
            (local.set $one (f64.add (local.get $one) (f64.mul (f64.load (local.get $from)) (f64.load (local.get $row)))))
            (local.set $from (i32.add (local.get $from) (local.get $stride)))
            (local.set $row (i32.add (local.get $row) (local.get $width)))
            (br_if $term (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
          (f64.store (i32.add (local.get $out) (local.get $i)) (local.get $one))))
      (local.set $out (i32.add (local.get $out) (local.get $width)))
      (local.set $s (i32.add (local.get $s) (local.get $step)))
      (br_if $nextRow (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))))
